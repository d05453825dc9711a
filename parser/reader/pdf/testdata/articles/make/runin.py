"""Articles whose endnotes follow each other within one paragraph, as Chromium prints them.

    python3 runin.py ..
"""

import json
import pathlib
import re
import subprocess
import sys

NOTES = 24
AUTHORS = ["Ada Quill", "Bo Ray", "Cyra Dunn", "Emil Voss", "Tilda Marsh", "Ivo Kern"]
TITLES = ["Lamps of the North Shore", "The Price of Salt", "Tolls and Bridges", "Winter Ledgers", "A History of Wicks", "Brine and Law"]
TEXT = (
    "The keepers of the time wrote in a hand that few can read now, and what they wrote was copied by people who could "
    "not read it either, so that the dates are seldom to be trusted. But of the oil there is an account for month {0}.{1} "
)


def note(i):
    author, title = AUTHORS[i % 6], TITLES[i % 6]
    match i % 4:
        case 0:
            return f"{author.split()[1]}, {title.split()[-1]}, {20 + i}; compare the ledgers of the council for the same year."
        case 2:
            return f"Ibid., {10 + i}."
        case 3:
            return f"{author}, “{title} in the County Courts,” Coastal Studies {i} ({1990 + i}): {i * 3}–{i * 3 + 12}, https://journal.example.org/{1000 + i}."
    return f"{author}, {title} (Harbor: Tide Press, {1980 + i}), {i * 5}."


FORMS = {  # of the markers and of the notes' labels, and the page's style
    "dot": ("[{0}]", "{0}. ", ""),
    "bracket": ("[{0}]", "[{0}] ", ""),
    "raised": ("<sup>{0}</sup>", "<sup>{0}</sup> ", ""),
    "columns": ("<sup>{0}</sup>", "[{0}] ", "div { columns: 2; column-gap: 2em }"),
}


def main(out):
    notes = [note(i) for i in range(1, NOTES + 1)]
    for name, (marker, label, style) in FORMS.items():
        body = "".join(TEXT.format(i, marker.format(i)) + ("<p>" if i % 3 == 0 else "") for i in range(1, NOTES + 1))
        end = " ".join(label.format(i + 1) + n for i, n in enumerate(notes))
        page = out / f"runin-{name}-en.html"
        page.write_text(
            f"<!doctype html><html lang=en><meta charset=utf-8><title>The Second Lamp</title><style>body {{ font: 11pt/1.35 serif }} {style}</style>"
            f"<h1>The Second Lamp</h1><div><p>{body}<h2>Notes</h2><p>{end}</div>"
        )
        pdf = page.with_suffix(".pdf")
        subprocess.run(["chromium", "--headless", "--no-sandbox", "--no-pdf-header-footer", f"--print-to-pdf={pdf}", page.resolve().as_uri()], check=True)
        page.unlink()
        held = [{"number": str(i + 1), "text": n, "urls": [u.rstrip(".") for u in re.findall(r"https://\S+", n)]} for i, n in enumerate(notes)]
        page.with_suffix(".json").write_text(json.dumps({"file": pdf.name, "notes": held}, ensure_ascii=False, indent=0) + "\n")


main(pathlib.Path(sys.argv[1]))
