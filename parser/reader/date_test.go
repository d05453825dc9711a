package reader_test

import (
	"testing"

	"ibid/parser/reader"
)

func TestDate(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"2021": "2021", "2021-03": "2021-03", "2021-03-04": "2021-03-04", "2021/03/04": "2021-03-04", "20210304": "2021-03-04", "2021-03-04T10:00:00Z": "2021-03-04", "2021-03-04 10:00:00 +0100": "2021-03-04",
		"2021-02-31": "2021-02", "4 March 2021": "2021-03-04", "March 4, 2021": "2021-03-04", "March 4th, 2021": "2021-03-04", "Draft of 4 March 2021, revised": "2021-03-04", "04.03.2021": "2021-03-04",
		"Thu, 04 Mar 2021 10:00:00 GMT": "2021-03-04", "today": "", "": "", "12345": "", "Room 2021": "",
	} {
		if got := reader.Date(in); got != want {
			t.Errorf("%q is %q, want %q", in, got, want)
		}
	}
}
