package html_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// essay is wrapped prose with notes, as archives keep it.
const essay = `THE SALT ROAD

   The road went over the hill and down to the old harbour,[1] where
the boats lay in the mud until the tide came back.  It was made for
salt &amp; sand.[2]

[1] Ada Roads, _Salt: a History_ (London, 1900), p. 3,
    https://example.org/salt?a=1.
[2] Ibid., p. 4.
`

func TestProse(t *testing.T) {
	t.Parallel()
	blocks := []string{
		"h2: THE SALT ROAD",
		"p: The road went over the hill and down to the old harbour,[1] where the boats lay in the mud until the tide came back. It was made for salt & sand.[2]",
		"p: [1] Ada Roads, Salt: a History (London, 1900), p. 3, https://example.org/salt?a=1.",
		"p: [2] Ibid., p. 4.",
	}
	for _, tc := range []struct {
		name, in string
		want     []string
	}{
		{"an article", "<h1>Salt</h1><pre>" + essay + "</pre>", append([]string{"h1: Salt"}, blocks...)},
		{"CRLF", "<pre>" + strings.ReplaceAll(essay, "\n", "\r\n") + "</pre>", blocks},
		{"navigation around it", `<p><a href="/a">Earlier</a> <a href="/b">Later</a> <a href="/c">By thread</a></p><pre id=m>` + essay + "</pre>", append([]string{"p chrome: Earlier Later By thread", strings.Replace(blocks[0], ":", " #m:", 1)}, blocks[1:]...)},
		{"a listing beside it", "<pre>" + essay + "</pre><pre>for i := 0; i < n; i++ {\n\tsalt[1] = f(i)\n}</pre>", append(blocks[:4:4], "code: for i := 0; i < n; i++ { salt[1] = f(i) }")},
		{"a short piece beside it", "<pre>NOTES</pre><pre>" + essay + "</pre>", append([]string{"h2: NOTES"}, blocks...)},
		{
			"a mail of a list", "<pre><i>&gt; Is the salt road old, or is it new? I have read both, and do not\n</i><i>&gt; know.\n</i>It is very old: the oldest map that we have shows it where it runs\nnow, and calls it the old road. But read Ada Roads.[1]\n\n[1] Ada Roads, Salt.</pre>",
			[]string{
				"quote: Is the salt road old, or is it new? I have read both, and do not know.",
				"p: It is very old: the oldest map that we have shows it where it runs now, and calls it the old road. But read Ada Roads.[1]", "p: [1] Ada Roads, Salt.",
			},
		},
		{"Chinese", "<pre>" + strings.Repeat("这条路翻过山丘，通向旧港口。人们用它来运盐，每年春天都要修整一次。", 8) + "</pre>", []string{"p: " + strings.Repeat("这条路翻过山丘，通向旧港口。人们用它来运盐，每年春天都要修整一次。", 8)}},
		{"a quotation in an article", "<p>" + strings.Repeat("Salt was dear then. ", 40) + "</p><pre>" + essay + "</pre>", []string{"p: " + strings.TrimSpace(strings.Repeat("Salt was dear then. ", 40)), "code: " + strings.Join(strings.Fields(strings.ReplaceAll(essay, "&amp;", "&")), " ")}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			if diff := cmp.Diff(tc.want, outline(read(t, tc.in))); diff != "" {
				t.Errorf("blocks of %q (-want +got):\n%s", tc.in, diff)
			}
		})
	}
}

// TestProseRuns asks that links, styles and ids survive.
func TestProseRuns(t *testing.T) {
	t.Parallel()
	in := "<pre>" + strings.Repeat("The road went over the hill and down to the old harbour.\n", 5) +
		"\nSalt<a name=r1></a><a href=#n1>[1]</a> and <b>old\nsand</b>.\n\n<a name=n1></a>\n[1] Ada, _Salt_,\n    <a href=/x>_y_</a>.<a name=end></a>\n</pre>"
	want := []string{
		`"` + strings.TrimSuffix(strings.Repeat(`The road went over the hill and down to the old harbour.\n`, 5), `\n`) + `"`,
		`"Salt"`, `"[1]" → #n1 #r1`, `" and "`, `"old\nsand" b`, `"."`,
		`"[1] Ada, " #n1`, `"Salt" i`, `",\n    "`, `"y" i → /x`, `"." #end`,
	}
	if diff := cmp.Diff(want, styled(read(t, in))); diff != "" {
		t.Errorf("runs of %q (-want +got):\n%s", in, diff)
	}
}

// TestListings asks that what is no prose stays as it is.
func TestListings(t *testing.T) {
	t.Parallel()
	for name, in := range map[string]string{
		"C under a long comment": "/* The salt program reads the tide and writes the road. It was made\n * by many people over many years. You may give it to whom you like.\n */\n" +
			"#include &lt;stdio.h&gt;\n\nint main(int argc, char **argv)\n{\n\tint tide[12];\n\tfor (int i = 0; i &lt; 12; i++)\n\t\ttide[1] = i;\n\treturn tide[2];\n}\n",
		"Python":         strings.Repeat("def salt(road, tide):\n    # Go down to the harbour. Come back.\n    boats = road[1].boats\n    return wait(boats, tide)\n\n", 4),
		"a shell":        strings.Repeat("$ ls -l /srv/salt\ntotal 12\n-rw-r--r-- 1 ada ada 4096 May  3 10:00 road.txt\n$ cat road.txt | wc -l\n", 6),
		"JSON":           strings.Repeat("{\"road\": \"The road went over the hill. It was old.\", \"salt\": [1]},\n", 8),
		"a table":        strings.Repeat("Harbour Road      Salt and sand     Every spring. Or so.\n", 12),
		"a log":          strings.Repeat("2021-05-03 10:00:00 [1] INFO 10.0.0.1:8080 GET /salt 200 12ms\n", 8),
		"a diff":         strings.Repeat("--- a/road.txt\n+++ b/road.txt\n@@ -1,2 +1,2 @@\n-The road went over the hill.\n+The road went down the hill.\n", 5),
		"SQL":            strings.Repeat("SELECT road, salt FROM harbour\n  WHERE tide = 'low' AND boats > 2\n  ORDER BY spring;\n", 8),
		"words, no text": strings.Repeat("harbour\nroad\nsalt\nsand\n", 20),
		"a drawing":      strings.Repeat("      +------+      \n      | salt |[1]   \n      +------+      \n", 6),
		"set as code":    "<code>" + essay + "</code>",
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got := outline(read(t, "<h1>Salt</h1><pre>"+in+"</pre>"))
			if len(got) != 2 || !strings.HasPrefix(got[1], "code: ") {
				t.Errorf("%q is read as %q", in, got)
			}
		})
	}
}
