package pdf

import "strconv"

// fewestLineNumbers is how many numbers beside lines make line numbers.
const fewestLineNumbers = 8

// dropLineNumbers takes away numbers that stand at the left or the right of
// lines, each or every fifth, and count them. They are in smaller type, which
// the labels of notes are not where they stand on the line.
func dropLineNumbers(rows [][]*chunk) {
	for _, atRight := range []bool{false, true} {
		var at []int // rows that have one
		var numbers []int
		for i, row := range rows {
			if len(row) < 2 {
				continue
			}
			c, beside := row[0], row[1]
			if atRight {
				c, beside = row[len(row)-1], row[len(row)-2]
			}
			n, err := strconv.Atoi(c.text)
			if err == nil && n > 0 && max(beside.x0-c.x1, c.x0-beside.x1) > 0.5*c.size && c.size < 0.92*beside.size {
				at, numbers = append(at, i), append(numbers, n)
			}
		}
		if !countLines(at, numbers) {
			continue
		}
		for _, i := range at {
			if atRight {
				rows[i] = rows[i][:len(rows[i])-1]
			} else {
				rows[i] = rows[i][1:]
			}
		}
	}
}

// countLines says whether numbers beside rows go up evenly, row by row.
func countLines(at, numbers []int) bool {
	if len(at) < fewestLineNumbers {
		return false
	}
	even := 0
	for i := 1; i < len(at); i++ {
		step := numbers[i] - numbers[i-1]
		if (step == 1 || step == 5) && abs(float64(at[i]-at[i-1]-step)) <= float64(step)/5 {
			even++
		}
	}
	return 4*even >= 3*(len(at)-1)
}
