#!/usr/bin/env python3
"""Articles through TeX engines. tex.py OUTDIR FROM TO"""
import sys, json, random, os, subprocess, re, shutil, tempfile
from article import article, plain, gold
BABEL = {"de":"ngerman","fr":"french","it":"italian","es":"spanish","pt":"portuguese","pl":"polish","en":"english"}
def esc(t):
    for a, b in [("\\", r"\textbackslash "), ("&", r"\&"), ("%", r"\%"), ("#", r"\#"), ("_", r"\_"), ("$", r"\$"), ("~", r"\textasciitilde "), ("^", r"\^{}"), ("<", r"\textless{}"), (">", r"\textgreater{}")]: t = t.replace(a, b)
    return t
def inl(items, a, o):
    out = []
    for k, t in items:
        if k == "note":
            if o["end"]: out.append(r"\endnote{%s}" % note(a, t, o))
            else: out.append((r"\thanks{%s}" if a.notes[t]["number"] == "*" else r"\footnote{%s}") % note(a, t, o))
        elif k == "i": out.append(r"\emph{%s}" % esc(t))
        elif k == "sc": out.append(r"\textsc{%s}" % esc(t))
        elif k == "url": out.append(r"\url{%s}" % t)
        else: out.append(esc(t))
    return "".join(out)
def note(a, i, o): return "\n\n".join(inl(p, a, o) for p in a.notes[i]["paras"])
def document(a, o, r):
    pre = []
    cls = o["cls"]; opts = [o["size"]] + (["twocolumn"] if o["two"] else []) + o["clsopts"]
    pre.append(r"\documentclass[%s]{%s}" % (",".join(opts), cls))
    if o["engine"] == "pdflatex": pre.append(r"\usepackage[T1]{fontenc}\usepackage[utf8]{inputenc}" if o["t1"] else r"\usepackage[utf8]{inputenc}")
    else: pre.append(r"\usepackage{fontspec}" + (r"\setmainfont{%s}" % o["otf"] if o["otf"] else ""))
    if o["font"] and o["engine"] == "pdflatex": pre.append(r"\usepackage{%s}" % o["font"])
    pre.append(r"\usepackage[%s]{babel}" % BABEL[a.lang])
    pre.append(r"\usepackage[%s]{geometry}" % o["geo"])
    if o["micro"]: pre.append(r"\usepackage{microtype}")
    if o["foot"]: pre.append(o["foot"])
    if o["end"]: pre.append(r"\usepackage{endnotes}\renewcommand{\notesname}{%s}" % {"de":"Anmerkungen","it":"Note","es":"Notas","pt":"Notas","pl":"Przypisy"}.get(a.lang,"Notes"))
    if o["mark"]: pre.append(o["mark"])
    if o["fancy"]: pre.append(r"\usepackage{fancyhdr}\pagestyle{fancy}\fancyhf{}\fancyhead[LE,RO]{\thepage}\fancyhead[CE]{%s}\fancyhead[CO]{%s}\fancyfoot[C]{\footnotesize %s}" % (esc(a.author), esc(a.title[:40]), r.choice(["", r"https://doi.org/10.1234/x.2019.12", "ISSN 1234-5678"])))
    if o["lineno"]: pre.append(r"\usepackage{lineno}\linenumbers")
    if o["hyper"]: pre.append(r"\usepackage[%s]{hyperref}" % o["hyper"])
    else: pre.append(r"\usepackage%s{url}" % r.choice(["", "[hyphens]"]))
    if o["urlrm"]: pre.append(r"\urlstyle{same}")
    pre.append(r"\title{%s%s}\author{%s}\date{}" % (esc(a.title), r"\thanks{%s}" % note(a, 0, o) if a.star else "", esc(a.author)))
    pre.append(r"\emergencystretch=3em\begin{document}\maketitle")
    if o["first"] != 1: pre.append(r"\setcounter{footnote}{%d}" % (o["first"] - 1))
    body = []
    for p in a.paras:
        if p[0] == "h": body.append(r"\section%s{%s}" % (o["star"], esc(p[1])))
        elif p[0] == "p": body.append(inl(p[1], a, o) + "\n")
        elif p[0] == "q": body.append(r"\begin{quote}%s %s\end{quote}" % (o["qsize"], inl(p[1], a, o)))
        elif p[0] == "ol": body.append(r"\begin{enumerate}" + "".join(r"\item " + inl(i, a, o) for i in p[1]) + r"\end{enumerate}")
        elif p[0] == "table": body.append(r"\begin{table}[%s]\centering\footnotesize\begin{tabular}{lrrr}\hline %s\end{tabular}\caption{%s}\end{table}" % (r.choice(["h", "t", "b"]), "".join(" & ".join(map(esc, row)) + r"\\" for row in p[1]), esc(p[2])))
    if o["end"]: body.append(r"\theendnotes")
    if o["bib"]: body.append(r"\begin{thebibliography}{99}" + "".join(r"\bibitem{x%d} %s" % (i, inl(b, a, o)) for i, b in enumerate(a.bib)) + r"\end{thebibliography}")
    return "\n".join(pre) + "\n" + "\n".join(body) + r"\end{document}"
MARKS = ["", "", "",
 r"\makeatletter\renewcommand\@makefntext[1]{\noindent\@thefnmark. #1}\makeatother",
 r"\makeatletter\renewcommand\@makefntext[1]{\noindent\hb@xt@1.8em{\@thefnmark\hss}#1}\makeatother",
 r"\makeatletter\renewcommand\@makefntext[1]{\parindent1em\noindent\hb@xt@1.8em{\hss\@makefnmark\ }#1}\makeatother",
 r"\makeatletter\renewcommand\@makefntext[1]{\noindent[\@thefnmark] #1}\renewcommand\@makefnmark{\hbox{[\@thefnmark]}}\makeatother",
 r"\makeatletter\renewcommand\@makefntext[1]{\leftskip2em\noindent\hskip-2em\hb@xt@2em{\normalfont\@thefnmark\hfil}#1}\makeatother",
 r"\makeatletter\renewcommand\@makefntext[1]{\noindent\@thefnmark) #1}\renewcommand\@makefnmark{\hbox{\@textsuperscript{\@thefnmark)}}}\makeatother",
 r"\renewcommand\footnoterule{}", r"\renewcommand\footnoterule{}\renewcommand\footnotesize{\small}", r"\renewcommand\footnotesize{\normalsize}",
]
FOOT = ["", "", "", r"\usepackage[hang,flushmargin]{footmisc}", r"\usepackage[perpage]{footmisc}", r"\usepackage[bottom,norule]{footmisc}", r"\usepackage[para]{footmisc}", r"\usepackage[marginal]{footmisc}"]
if __name__ == "__main__":
    d, lo, hi = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]); os.makedirs(d, exist_ok=True)
    langs = ["fr", "de", "en", "it", "pl", "es", "pt"]
    for seed in range(lo, hi):
        r = random.Random(seed * 31 + 7); lang = langs[seed % 7]
        o = dict(engine=r.choice(["pdflatex", "pdflatex", "xelatex", "lualatex", "latex"]), cls=r.choice(["article", "article", "scrartcl", "amsart", "report"][:4]), size=r.choice(["10pt", "11pt", "12pt"]),
            two=r.random() < .25, clsopts=r.choice([[], ["twoside"]]), t1=r.random() < .8, font=r.choice(["", "", "mathptmx", "lmodern", "palatino", "charter"]), otf=r.choice(["", "EB Garamond", "Linux Libertine O", "Liberation Serif"]),
            geo=r.choice(["a4paper", "a4paper,margin=3cm", "paperwidth=155mm,paperheight=230mm,margin=20mm", "letterpaper"]), micro=r.random() < .6, foot=r.choice(FOOT), mark=r.choice(MARKS), end=r.random() < .1,
            fancy=r.random() < .6, lineno=r.random() < .05, hyper=r.choice(["", "hidelinks", "hidelinks", "colorlinks", "hyperfootnotes=false"]), urlrm=r.random() < .5, first=r.choice([1]*9 + [37]), star=r.choice(["", "*"]), qsize=r.choice(["", r"\small", r"\footnotesize"]), bib=r.random() < .4)
        if "para" in o["foot"]: o["mark"] = ""
        if o["end"]: o["mark"] = o["foot"] = ""; o["first"] = 1
        if o["engine"] == "latex": o["engine"] = "pdflatex"; o["dvips"] = True
        if lang == "pl" and not o["t1"]: o["t1"] = True
        if o["micro"] and not o["t1"]: o["micro"] = False
        a = article(5000 + seed, lang, notes=r.choice([12, 25, 40]), long=r.choice([.05, .12, .3]) if "para" not in o["foot"] else 0, urls=r.choice([.1, .25, .5]), density=r.choice([.5, 1, 1.6]), first=o["first"], star=r.random() < .15 and not o["end"])
        for n in a.notes:
            n["paras"] = [[(k, t.replace("#", "/") if k == "url" else t) for k, t in p] for p in n["paras"]]
        a.bib = [[(k, t.replace("#", "/") if k == "url" else t) for k, t in p] for p in a.bib]
        if "para" in o["foot"]: 
            for n in a.notes: n["paras"] = n["paras"][:1]
        name = f"tex-{seed:03d}-{lang}-{o['engine']}-{o['cls']}" + ("-2col" if o["two"] else "") + ("-end" if o["end"] else "") + ("-" + re.sub(r"\W+", "", o["foot"].split("[")[1].split("]")[0]) if o["foot"] else "") + f"-m{MARKS.index(o['mark'])}"
        w = tempfile.mkdtemp()
        open(f"{w}/a.tex", "w").write(document(a, o, r))
        dv = o.get("dvips")
        for _ in range(3 if 'perpage' in o['foot'] else 2):
            p = subprocess.run([("latex" if dv else o["engine"]), "-interaction=nonstopmode", "a.tex"], cwd=w, capture_output=True)
        if dv: subprocess.run("dvips -q a.dvi && ps2pdf a.ps a.pdf", shell=True, cwd=w, capture_output=True)
        if not os.path.exists(f"{w}/a.pdf"): print("FAILED", name); continue
        shutil.copy(f"{w}/a.pdf", f"{d}/{name}.pdf")
        g = dict(file=name + ".pdf", notes=gold(a))
        if "perpage" in o["foot"]: g["perpage"] = True  # TeX numbers them, not we
        json.dump(g, open(f"{d}/{name}.json", "w"), ensure_ascii=False, indent=1)
