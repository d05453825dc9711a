#!/usr/bin/env python3
"""Layouts of law reviews and of books in the humanities in five languages. law.py OUTDIR SHAPES FROM TO"""
import sys, json, random, os, subprocess, re, shutil, tempfile
import article, shapes
from shapes import Work, tx, esc, tex, BABEL
from article import plain
SUPRA = {"en": "{a}, supra note {n}, at {p}.", "de": "{a} (Fn. {n}), S. {p}.", "fr": "{a}, op. cit. (note {n}), p. {p}.", "it": "{a}, op. cit., nota {n}, p. {p}.", "es": "{a}, op. cit., nota {n}, p. {p}."}
class Law(Work):
    """As Work, with longer notes: several works, quotations in them, and short forms by number."""
    def note(w, number=None):
        r = w.r; n = len(w.notes) + 1
        if n > 4 and r.random() < .2:
            items = [("t", SUPRA[w.lang].format(a=r.choice(article.NAMES[w.lang].split("|")).split()[-1], n=r.randint(1, n - 1), p=w.g.p()))]
            w.notes.append(dict(number=str(number or n), items=items)); return ("note", len(w.notes) - 1)
        out = Work.note(w, number)
        if r.random() < w.quotes:
            w.notes[-1]["items"] += [("q", w.g.sentence() + " " + w.g.sentence() + " " + w.g.sentence()), ("t", w.g.sentence())]
        return out
    quotes = 0
def body(w, call=r"\footnote{%s}", head=r"\section*{%s}", extra=lambda: ""):
    return text(w, call, head, extra)
def lx(items, w, call):
    out = []
    for k, t in items:
        if k == "note": out.append(call % lx(w.notes[t]["items"], w, call))
        elif k == "q": out.append(r"\begin{quote}%s\end{quote}\noindent " % esc(t))
        else: out.append(tx([(k, t)], w))
    return "".join(out)
def text(w, call, head, extra):
    out = []
    for h, paras in w.sections():
        out.append(head % esc(h))
        for p in paras:
            out += [lx(p, w, call) + "\n", extra()]
            if w.r.random() < .25: out.append(r"\begin{quote}\small %s\end{quote}" % esc(w.g.sentence() + " " + w.g.sentence()) + "\n")
    return "\n".join(out)
def star(w):
    return [("t", w.g.sentence() + " " + w.g.sentence() + " "), ("t", w.g.sentence())]
def us(w, d, n):
    """An American review: a star for the author, volume and page in brackets in the heads, many long notes."""
    w.long = .35
    s = star(w); vol, page = w.r.randint(3, 140), w.r.randint(101, 990)
    pre = r"""\usepackage[paperwidth=6.75in,paperheight=10in,textwidth=4.75in,textheight=8in]{geometry}\usepackage{fancyhdr}\pagestyle{fancy}\fancyhf{}\renewcommand\headrulewidth{0pt}
\fancyhead[LE]{\small\thepage}\fancyhead[CE]{\small\scshape %s}\fancyhead[RE]{\small [Vol.\ %d:%d}\fancyhead[LO]{\small 2019]}\fancyhead[CO]{\small\scshape %s}\fancyhead[RO]{\small\thepage}
\makeatletter\renewcommand\@makefntext[1]{\parindent1em\hskip1.5em\@makefnmark\ #1}\makeatother\interfootnotelinepenalty=20""" % (esc(w.journal[:30]), vol, page, esc(w.title[:30]))
    ok = tex(w, d, n, r"\setcounter{page}{%d}\renewcommand\thefootnote{\fnsymbol{footnote}}\begin{center}\Large %s\\[1em]\normalsize\scshape %s\footnote[1]{%s}\end{center}\renewcommand\thefootnote{\arabic{footnote}}\setcounter{footnote}{0}" % (page, esc(w.title), esc(w.author), tx(s, w)) + body(w), opts="11pt,twoside", pre=pre)
    w.notes.insert(0, dict(number="*", items=s)); return ok
def randnummer(w, d, n):
    """German: numbers of paragraphs in the outer margin, hanging notes, heads in italics."""
    k = [0]
    def ex():
        k[0] += 1; return r"\noindent\marginpar{\scriptsize\bfseries %d}" % k[0]
    return tex(w, d, n, r"\maketitle " + body(w, extra=ex), cls="scrartcl", opts="11pt,twoside,DIV=10", pre=r"\deffootnote[1.5em]{1.5em}{1em}{\textsuperscript{\thefootnotemark}}\usepackage{scrlayer-scrpage}\clearpairofpagestyles\ihead{\itshape %s}\ohead{\pagemark}" % esc(w.author))
def memo(w, d, n):
    """memoir: numbers on the line, figures of old style, quotations in notes."""
    w.quotes = .25
    return tex(w, d, n, body(w, head=r"\section*{%s}"), cls="memoir", opts="10pt,a5paper", font=r"\usepackage[osf,sc]{mathpazo}", pre=r"\footmarkstyle{#1.\hfill}\setlength\footmarkwidth{1.8em}\setlength\footmarksep{0em}\renewcommand\foottextfont{\footnotesize\raggedright}\makeevenhead{headings}{\thepage}{\scshape\MakeLowercase{%s}}{}\makeoddhead{headings}{}{\itshape %s}{\thepage}\pagestyle{headings}" % (esc(w.author), esc(w.title[:30])))
def parens(w, d, n):
    """Italian reviews: (1) in text and note, surnames in small capitals, a wide line of notes in small type."""
    return tex(w, d, n, r"\maketitle " + body(w), opts="11pt", pre=r"\usepackage[paperwidth=170mm,paperheight=240mm,margin=24mm]{geometry}\makeatletter\renewcommand\@makefnmark{\hbox{\kern.1em(\@thefnmark)}}\renewcommand\@makefntext[1]{\parindent1em\indent(\@thefnmark) #1}\makeatother\renewcommand\footnotesize{\fontsize{8.5}{10}\selectfont}" + shapes.head(w, 2))
def twocol(w, d, n):
    """Two narrow columns, hyphens everywhere, notes ragged, heads with a rule."""
    return tex(w, d, n, r"\maketitle " + body(w), opts="10pt,twocolumn,a4paper", pre=r"\usepackage[margin=18mm,columnsep=6mm]{geometry}\usepackage{fancyhdr}\pagestyle{fancy}\fancyhf{}\fancyhead[L]{\footnotesize %s}\fancyhead[R]{\footnotesize %s \thepage}\fancyfoot[C]{\footnotesize ISSN 1234-567X \textbullet\ \url{https://www.example.org/revista}}" % (esc(w.journal[:30]), "Núm. 12") + r"\usepackage{footmisc}\renewcommand\footnotelayout{\raggedright\scriptsize}")
def lines(w, d, n):
    """An edition: lines are numbered in the margin, five by five."""
    return tex(w, d, n, r"\maketitle\begin{linenumbers}\modulolinenumbers[5] " + body(w) + r"\end{linenumbers}", opts="11pt,a4paper", pre=r"\usepackage{lineno}\usepackage[margin=30mm]{geometry}" + shapes.head(w, 0))
def bold(w, d, n):
    """XeTeX, a modern face: bold numbers on the line, no rule, notes in another face, links of hyperref."""
    return tex(w, d, n, r"\maketitle " + body(w), opts="11pt", engine="xelatex", font=r"\setmainfont{Linux Libertine O}\newfontfamily\nf{Liberation Sans}", pre=r"\usepackage[paperwidth=160mm,paperheight=235mm,margin=20mm]{geometry}\makeatletter\renewcommand\@makefntext[1]{\noindent\nf\fontsize{7.5}{9.5}\selectfont\textbf{\@thefnmark}\enspace #1}\makeatother\renewcommand\footnoterule{\vspace*{2mm}}\usepackage[hidelinks]{hyperref}" + shapes.head(w, 1))
def ot1(w, d, n):
    """Old pdfTeX: accents put on letters, addresses in the text's face, no T1."""
    return tex(w, d, n, r"\maketitle " + body(w), opts="12pt,a4paper", font="", pre=r"\urlstyle{same}\usepackage[margin=28mm]{geometry}" + shapes.head(w, 2))
def word(w, d, n):
    """A manuscript: Markdown through pandoc to Word, and through LibreOffice to PDF."""
    def mx(items): return "".join(f"[^{t + 1}]" if k == "note" else f"*{t.strip()}*" if k == "i" else f"<{t}>" if k == "url" and w.linked else re.sub(r"([\\`*_<>\[\]#~^$])", r"\\\1", t) for k, t in items)
    w.linked = w.r.random() < .5
    b = [f"---\ntitle: '{w.title.replace(chr(39), '’')}'\nauthor: {w.author}\nlang: {w.lang}\n---\n"]
    for h, paras in w.sections(): b += ["# " + h] + [mx(p) for p in paras]
    b += [f"[^{i + 1}]: {mx(x['items'])}" for i, x in enumerate(w.notes)]
    t = f"{d}/{n}"; open(t + ".md", "w").write("\n\n".join(b)); subprocess.run(["pandoc", "-f", "markdown-smart", t + ".md", "-o", t + ".docx"])
    subprocess.run(["soffice", f"-env:UserInstallation=file://{shapes.PROFILE}", "--headless", "--convert-to", "pdf", "--outdir", d, t + ".docx"], capture_output=True)
    os.remove(t + ".md"); os.remove(t + ".docx"); return os.path.exists(t + ".pdf")
def distilled(w, d, n):
    """dvips and Ghostscript."""
    ok = twocol(w, d, n) if w.r.random() < .5 else parens(w, d, n)
    subprocess.run(["gs", "-q", "-dNOPAUSE", "-dBATCH", "-sDEVICE=pdfwrite", f"-sOutputFile={d}/{n}-gs.pdf", f"{d}/{n}.pdf"]); os.replace(f"{d}/{n}-gs.pdf", f"{d}/{n}.pdf"); return ok
def cairo(w, d, n):
    """Printed through Cairo."""
    ok = us(w, d, n) if w.r.random() < .5 else randnummer(w, d, n)
    subprocess.run(["pdftocairo", "-pdf", f"{d}/{n}.pdf", f"{d}/{n}-c.pdf"]); os.replace(f"{d}/{n}-c.pdf", f"{d}/{n}.pdf"); return ok
SHAPES = [us, randnummer, memo, parens, twocol, lines, bold, ot1, word, distilled, cairo]
if __name__ == "__main__":
    d, kinds, lo, hi = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4]); os.makedirs(d, exist_ok=True)
    for i, f in enumerate(SHAPES):
        if kinds != "all" and f.__name__ not in kinds.split(","): continue
        for seed in range(lo, hi):
            lang = ["en", "de", "fr", "it", "es"][(seed + i) % 5]
            w = Law(f"law-{f.__name__}{seed}", lang, random.Random(seed).choice([25, 40, 60]), long=[.1, .2, .35][seed % 3], urls=[.25, .45][seed % 2])
            name = f"{f.__name__}-{seed:03d}-{lang}"
            try: ok = f(w, d, name)
            except Exception as ex: print("FAILED", name, repr(ex)[:400]); continue
            if not ok: print("FAILED", name); continue
            json.dump(dict(file=name + ".pdf", notes=[dict(number=x["number"], text=plain([(k if k != "q" else "t", " " + t + " " if k == "q" else t) for k, t in x["items"]]), urls=[t for k, t in x["items"] if k == "url"]) for x in w.notes]), open(f"{d}/{name}.json", "w"), ensure_ascii=False, indent=1)
