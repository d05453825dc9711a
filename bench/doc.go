// Command bench opens the same links with ibid and with other link checkers and
// prints a table of what each took.
//
//	go run . -ibid ../ibid [-muffet PATH] [-linkinator PATH] [-linkchecker PATH]
//
// All open the same page. Its links lead to servers in a process beside this one,
// one port for each host, which answer after a fixed time. No checker can be faster
// than the number of rounds of requests times that time: the table gives how many
// times this limit each took, and its processor time and memory. Checkers take
// turns, so that what else the machine does hits all alike. install.sh fetches
// the others.
package main
