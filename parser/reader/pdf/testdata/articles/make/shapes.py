#!/usr/bin/env python3
"""Shapes of law reviews and of books in the humanities that tex.py and others.py lack. shapes.py OUTDIR SHAPE FROM TO"""
import sys, json, random, os, subprocess, re, shutil, tempfile, html
import article
from article import Gen, plain
article.WORDS["cs"] = dict(f="a v na se že je do z o k po za od pro při jako ale také jeho její který která před pod nad mezi již jen byl byla nebo i s u".split(),
 c="přístav rada maják strážce nařízení ustanovení sněm komise důkaz archiv rukopis dopis soud rozsudek odpovědnost smlouva provincie obchodník pojištění náklad kniha vesnice biskup klášter kronika překlad výklad ústavní správní přiměřenost příslušnost svrchovanost jednání současný dějepisectví svědectví úředník odškodnění proměna kulturní politický hospodářský právní společenský městský nejneobhospodařovávanější zákonodárství".split())
article.NAMES["cs"] = "Věra Šťastná|Řehoř Dvořák|Jiří Čapek|Božena Kůrková"
article.PLACES["cs"] = "Praha|Brno|Olomouc"
article.IBID["cs"] = ["Tamtéž.", "Tamtéž, s. {p}.", "Ibid., s. {p}."]
article.PAGE["cs"] = "s. {p}"
article.SEEN["cs"] = "[cit. {d}. 5. {y}]"
article.LAW["cs"] = ["§ {a} odst. {b} občanského zákoníku", "nález ÚS sp. zn. I. ÚS {a}/{b}", "zákon č. {a}/{y} Sb."]
article.HEADS["cs"] = ["Úvod", "Přístav a jeho rada", "Svědectví knih", "Odpovědnost a nauka", "Závěr"]
BABEL = {"de": "ngerman", "fr": "french", "it": "italian", "es": "spanish", "pt": "portuguese", "pl": "polish", "en": "british", "cs": "czech"}
LANGS = ["en", "de", "fr", "pl", "cs", "it", "es"]
NOTES = {"de": "Anmerkungen", "it": "Note", "es": "Notas", "pt": "Notas", "pl": "Przypisy", "cs": "Poznámky"}

def esc(t):
    for a, b in [("\\", r"\textbackslash "), ("&", r"\&"), ("%", r"\%"), ("#", r"\#"), ("_", r"\_"), ("$", r"\$"), ("~", r"\textasciitilde "), ("^", r"\^{}"), ("<", r"\textless{}"), (">", r"\textgreater{}")]: t = t.replace(a, b)
    return t

class Work:
    """An article as it grows: sections of paragraphs, paragraphs of items, notes in the order of their markers."""
    def __init__(w, seed, lang, notes, long=.12, urls=.3):
        w.g = Gen(seed, lang); w.r = w.g.r; w.lang = lang; w.long = long; w.urls = urls
        w.goal = notes; w.notes = []; w.title = w.g.title(); w.author = w.r.choice(article.NAMES[lang].split("|")); w.journal = w.g.title()
    def note(w, number=None):
        items = [x for p in w.g.note(w.long, w.urls) for x in p + [("t", " ")]][:-1]
        items = [(k, t.replace("#", "/") if k == "url" else t) for k, t in items]
        w.notes.append(dict(number=str(number or len(w.notes) + 1), items=items))
        return ("note", len(w.notes) - 1)
    def paragraph(w, n=None, density=.45, most=None):
        items = []
        for _ in range(n or w.r.randint(3, 8)):
            s = w.g.sentence(); items.append(("t", (" " if items else "") + s))
            if len(w.notes) < (most or w.goal) and w.r.random() < density: items.append(w.note())
        return items
    def sections(w):
        heads = article.HEADS[w.lang]
        for i, h in enumerate(heads):
            paras = []
            most = w.goal * (i + 1) // len(heads)
            while len(w.notes) < most or not paras: paras.append(w.paragraph(most=most))
            yield h, paras
    def gold(w): return [dict(number=n["number"], text=plain(n["items"]), urls=[t for k, t in n["items"] if k == "url"]) for n in w.notes]

def tx(items, w, call=r"\footnote{%s}"):
    out = []
    for k, t in items:
        if k == "note": out.append(call % tx(w.notes[t]["items"], w) if "%s" in call else call)
        elif k == "i": out.append(r"\emph{%s}" % esc(t))
        elif k == "sc": out.append(r"\textsc{%s}" % esc(t))
        elif k == "url": out.append(r"\url{%s}" % t)
        else: out.append(esc(t))
    return "".join(out)

def tex(w, d, name, body, cls="article", opts="10pt,a4paper", pre="", engine="pdflatex", runs=2, font=None):
    fonts = r"\usepackage[T1]{fontenc}\usepackage[utf8]{inputenc}" + (font or w.r.choice([r"\usepackage{lmodern}", r"\usepackage{mathptmx}", r"\usepackage{palatino}"])) if engine == "pdflatex" else r"\usepackage{fontspec}" + (font or r"\setmainfont{EB Garamond}")
    babel = "" if w.lang == "zh" else r"\usepackage[%s]{babel}" % BABEL[w.lang]
    src = "\n".join([r"\documentclass[%s]{%s}" % (opts, cls), fonts, babel, r"\usepackage{microtype}" if engine != "xelatex" else "", r"\usepackage%s{url}" % w.r.choice(["", "[hyphens]"]) if "hyperref" not in pre and cls != "tufte-handout" else "", pre,
        r"\title{%s}\author{%s}\date{}" % (esc(w.title), esc(w.author)), r"\emergencystretch=3em\begin{document}", body, r"\end{document}"])
    t = tempfile.mkdtemp(); open(f"{t}/a.tex", "w").write(src)
    for _ in range(runs): subprocess.run([engine, "-interaction=nonstopmode", "a.tex"], cwd=t, capture_output=True)
    if not os.path.exists(f"{t}/a.pdf"): print("FAILED", name, open(f"{t}/a.log", errors="replace").read()[-1500:] if os.path.exists(f"{t}/a.log") else ""); return False
    shutil.copy(f"{t}/a.pdf", f"{d}/{name}.pdf"); shutil.rmtree(t); return True

def text(w, call=r"\footnote{%s}", extra=lambda: "", head=r"\section*{%s}"):
    out = []
    for h, paras in w.sections():
        out.append(head % esc(h))
        for p in paras: out += [tx(p, w, call) + "\n", extra()]
    return "\n".join(out)

def head(w, style):
    """Running heads; one looks like a note: a number and words at the left."""
    if style == 0: return r"\usepackage{fancyhdr}\pagestyle{fancy}\fancyhf{}\fancyhead[L]{\footnotesize\thepage\quad %s}\renewcommand\headrulewidth{0pt}" % esc(w.author + ", " + w.title[:30])
    if style == 1: return r"\usepackage{fancyhdr}\pagestyle{fancy}\fancyhf{}\fancyfoot[L]{\footnotesize\thepage\ %s}\fancyhead[C]{\footnotesize\scshape %s}" % (esc(w.journal[:40]), esc(w.title[:40]))
    if style == 2: return r"\usepackage{fancyhdr}\pagestyle{fancy}\fancyhf{}\fancyhead[LE]{\thepage}\fancyhead[RO]{\thepage}\fancyhead[CE]{%s}\fancyhead[CO]{%s}\fancyfoot[C]{\scriptsize\url{https://doi.org/10.1234/y.2021.7}}" % (esc(w.author), esc(w.title[:40]))
    return ""

def wide(w):
    r = w.r; rows = "".join(" & ".join(esc(w.g.word().rstrip("-")) if j == 0 else str(r.randint(1, 999)) for j in range(7)) + r"\\" for _ in range(r.randint(4, 7)))
    return r"\begin{table*}[%s]\centering\small\begin{tabular}{lrrrrrr}\hline %s\hline\end{tabular}\caption{%s}\end{table*}" % ("t", rows, esc(w.g.title()))

# The shapes: each draws w into OUTDIR/NAME.pdf and says what is more to know of the gold.
def twocolumn(w, d, n):
    """Two columns, notes at the foot of each; wide tables and floats."""
    ex = lambda: wide(w) if w.r.random() < .12 else r"\begin{figure}[b]\centering\fbox{\rule{0pt}{4em}\hspace{10em}}\caption{%s}\end{figure}" % esc(w.g.title()) if w.r.random() < .08 else ""
    return tex(w, d, n, r"\maketitle " + text(w, extra=ex), opts=f"{w.r.choice([10, 11])}pt,twocolumn,a4paper", pre=head(w, w.r.randint(0, 3)) + r"\usepackage[margin=%dmm,columnsep=%dmm]{geometry}" % (w.r.choice([18, 22]), w.r.choice([5, 7, 9])))
def across(w, d, n):
    """Two columns, notes across both."""
    return tex(w, d, n, r"\maketitle\begin{multicols}{2}" + text(w) + r"\end{multicols}", pre=head(w, w.r.randint(0, 3)) + r"\usepackage{multicol}\usepackage[margin=22mm]{geometry}" + w.r.choice(["", r"\renewcommand\footnoterule{}"]))
def rightonly(w, d, n):
    """Two columns, all notes below the right one."""
    return tex(w, d, n, r"\maketitle " + text(w), opts="10pt,twocolumn,a4paper", pre=head(w, 3) + r"\usepackage{ftnright}\usepackage[margin=20mm]{geometry}")
def three(w, d, n):
    """Three columns, notes across."""
    return tex(w, d, n, r"\maketitle\begin{multicols}{3}\small " + text(w) + r"\end{multicols}", pre=head(w, w.r.randint(0, 3)) + r"\usepackage{multicol}\usepackage[margin=16mm]{geometry}")
def margin(w, d, n):
    """Numbers of paragraphs in the margin, as German law reviews have."""
    k = [0]
    def ex():
        k[0] += 1; return r"\noindent\marginpar{\footnotesize %d}" % k[0]
    return tex(w, d, n, r"\maketitle " + text(w, extra=ex), cls="scrartcl", opts="11pt,a4paper", pre=head(w, 1) + r"\reversemarginpar")
def sidenotes(w, d, n):
    """Notes beside the text."""
    return tex(w, d, n, text(w, call=r"\sidenote{%s}", head=r"\section{%s}"), cls="tufte-handout", opts="a4paper", pre="", font=" ")
def symbols(w, d, n):
    """Signs that begin anew on each page."""
    return tex(w, d, n, r"\maketitle " + text(w), pre=head(w, 2) + r"\usepackage[symbol*,perpage]{footmisc}\usepackage[paperwidth=150mm,paperheight=210mm,margin=20mm]{geometry}", runs=3)
def perpage(w, d, n):
    """Numbers that begin anew on each page."""
    return tex(w, d, n, r"\maketitle " + text(w), pre=head(w, 0) + r"\usepackage[perpage]{footmisc}\usepackage[paperwidth=150mm,paperheight=220mm,margin=18mm]{geometry}", runs=3)
def endcolumns(w, d, n):
    """Notes at the end in two columns, text in one; or all in two."""
    two = w.r.random() < .5
    pre = r"\usepackage{endnotes}\usepackage{multicol}\renewcommand{\notesname}{%s}" % NOTES.get(w.lang, "Notes") + w.r.choice(["", r"\makeatletter\renewcommand\makeenmark{\@theenmark.\ }\makeatother"])
    return tex(w, d, n, r"\maketitle " + (r"\begin{multicols}{2}" if two else "") + text(w, call=r"\endnote{%s}") + (r"\end{multicols}" if two else "") + r"\begin{multicols}{2}\theendnotes\end{multicols}", pre=head(w, 2) + pre)
def noline(w, d, n):
    """Notes without a rule, in the size of the text or nearly."""
    return tex(w, d, n, r"\maketitle " + text(w), opts="10pt,a4paper", pre=head(w, 0) + r"\renewcommand\footnoterule{}\renewcommand\footnotesize{\fontsize{%s}{11}\selectfont}" % w.r.choice(["9.5", "9", "10"]))
def chapters(w, d, n):
    """A book: numbers begin anew in each chapter, notes below the text."""
    out = []
    for c in range(3):
        start = len(w.notes); goal = w.goal * (c + 1) // 3
        out.append(r"\chapter{%s}\setcounter{footnote}{0}" % esc(w.g.title()))
        while len(w.notes) < goal:
            p = w.paragraph(most=goal); out.append(tx(p, w) + "\n")
        for i in range(start, len(w.notes)): w.notes[i]["number"] = str(i - start + 1)
    return tex(w, d, n, "\n".join(out), cls="book", opts="11pt", pre=head(w, 2) + r"\usepackage[paperwidth=148mm,paperheight=210mm,margin=18mm]{geometry}")
def endchapters(w, d, n):
    """A book: all notes at its end, under the heads of their chapters, numbers anew in each."""
    out, notes = [], []
    for c in range(3):
        start = len(w.notes); goal = w.goal * (c + 1) // 3
        title = w.g.title(); out.append(r"\chapter{%s}" % esc(title))
        while len(w.notes) < goal:
            p = w.paragraph(most=goal)
            s = []
            for k, t in p: s.append(r"\textsuperscript{%d}" % (t - start + 1) if k == "note" else tx([(k, t)], w))
            out.append("".join(s) + "\n")
        notes.append(r"\section*{%s}" % esc(title))
        for i in range(start, len(w.notes)):
            w.notes[i]["number"] = str(i - start + 1); notes.append(r"\noindent\hangindent2em %d.\quad %s\par" % (i - start + 1, tx(w.notes[i]["items"], w)))
    return tex(w, d, n, "\n".join(out) + r"\chapter*{%s}\footnotesize " % NOTES.get(w.lang, "Notes") + "\n".join(notes), cls="book", opts="11pt", pre=head(w, 2) + r"\usepackage[paperwidth=148mm,paperheight=210mm,margin=18mm]{geometry}")
def issue(w, d, n):
    """An issue of a journal: two articles, one with notes below the text, one with notes at its end in another form."""
    out = []
    half = w.goal // 2
    out.append(r"\section*{%s}" % esc(w.title))
    while len(w.notes) < half: out.append(tx(w.paragraph(most=half), w) + "\n")
    out.append(r"\clearpage\section*{%s}" % esc(w.g.title()))
    notes = []
    while len(w.notes) < w.goal:
        for k, t in w.paragraph():
            if k == "note":
                m = t - half + 1; w.notes[t]["number"] = str(m); out.append("[%d]" % m); notes.append(r"\par\noindent[%d] %s" % (m, tx(w.notes[t]["items"], w)))
            else: out.append(tx([(k, t)], w))
        out.append("\n\n")
    out.append(r"\subsection*{%s}\small " % NOTES.get(w.lang, "Notes") + "\n".join(notes))
    return tex(w, d, n, "\n".join(out), opts="11pt,a4paper", pre=head(w, 2))
def unicodes(w, d, n):
    """Markers and labels are digits of the font that stand above the line."""
    sup = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
    pre = r"\makeatletter\def\digits#1{\expandafter\dig\number#1\relax}\def\dig#1{\ifx#1\relax\else\ifcase#1 ⁰\or ¹\or ²\or ³\or ⁴\or ⁵\or ⁶\or ⁷\or ⁸\or ⁹\fi\expandafter\dig\fi}\def\@makefnmark{\digits{\@thefnmark}}\renewcommand\@makefntext[1]{\noindent\digits{\@thefnmark}\ #1}\makeatother"
    return tex(w, d, n, r"\maketitle " + text(w), pre=pre, engine="lualatex", font=r"\setmainfont{Linux Libertine O}")
def oldtype(w, d, n):
    """By way of PostScript, with bitmap or old fonts, OT1 accents."""
    return tex(w, d, n, r"\maketitle " + text(w), opts="11pt", pre=head(w, 1), font=" ")
def chinese(w, d, n):
    """Chinese, notes below the text in circles or numbers."""
    zh = "港口法院判决条约档案手稿主教修道院编年史解释宪法行政比例管辖主权谈判当代史学证词地方官补偿转型文化政治经济法律社会市政保险货物"
    g = w.g
    def sent(n=None):
        return "".join(w.r.choice(zh) for _ in range(n or w.r.randint(12, 40))) + "。"
    def note():
        t = [("t", "".join(w.r.choice("王李张刘陈") for _ in range(1)) + "".join(w.r.choice(zh) for _ in range(2)) + "：《" + "".join(w.r.choice(zh) for _ in range(w.r.randint(5, 12))) + "》，北京：" + "".join(w.r.choice(zh) for _ in range(2)) + f"出版社，{w.r.randint(1980, 2020)}年，第{w.r.randint(3, 400)}页")]
        if w.r.random() < .3: t += [("t", "，"), ("url", g.url().replace("#", "/"))]
        t.append(("t", "。"))
        if w.r.random() < .3: t.append(("t", sent()))
        if w.r.random() < .15: t = [("t", "同上。")]
        w.notes.append(dict(number=str(len(w.notes) + 1), items=t)); return ("note", len(w.notes) - 1)
    out = []
    while len(w.notes) < w.goal:
        p = []
        for _ in range(w.r.randint(3, 7)):
            p.append(("t", sent()))
            if len(w.notes) < w.goal and w.r.random() < .5: p.append(note())
        out.append(tx(p, w) + "\n")
    w.title = "".join(w.r.choice(zh) for _ in range(9)); w.author = "王港口"; w.lang = "zh"
    return tex(w, d, n, r"\maketitle " + "\n".join(out), pre=r"\XeTeXlinebreaklocale \"zh\" \XeTeXlinebreakskip=0pt plus 1pt ".replace('\\"', '"'), engine="xelatex", font=r"\setmainfont{Noto Serif CJK SC}")
# Others than TeX.
E = html.escape
def hx(items, w, call):
    out = []
    for k, t in items:
        if k == "note": out.append(call(t))
        elif k == "i": out.append(f"<i>{E(t)}</i>")
        elif k == "sc": out.append(f'<span style="font-variant:small-caps">{E(t)}</span>')
        elif k == "url": out.append(f'<a href="{E(t)}">{E(t)}</a>')
        else: out.append(E(t))
    return "".join(out)
def page(w, call, css, after=lambda: ""):
    b = [f"<h1>{E(w.title)}</h1><p>{E(w.author)}</p>"]
    for h, paras in w.sections():
        b.append(f"<h2>{E(h)}</h2>" + "".join(f"<p>{hx(p, w, call)}</p>" for p in paras))
    return f"<!DOCTYPE html><html lang='{w.lang}'><head><meta charset='utf-8'><title>{E(w.title)}</title><style>{css}</style></head><body><main>{''.join(b)}</main>{after()}</body></html>"
def print_page(src, path, tool):
    t = path[:-4] + ".html"; open(t, "w").write(src)
    if tool == "chromium": subprocess.run(["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", f"--user-data-dir={tempfile.mkdtemp()}", f"--print-to-pdf={path}", "--no-pdf-header-footer", t], capture_output=True)
    else: subprocess.run(["wkhtmltopdf", "-q", t, path], capture_output=True)
    os.remove(t); return os.path.exists(path)
def rolelist(w, n): return lambda: "<section role='doc-endnotes'><h2>%s</h2><ol>%s</ol></section>" % (NOTES.get(w.lang, "Notes"), "".join(f"<li role='doc-endnote' id='n{i}'><p>{hx(x['items'], w, None)} <a role='doc-backlink' href='#r{i}'>↩</a></p></li>" for i, x in enumerate(w.notes)))
def call(w): return lambda i: f"<sup><a role='doc-noteref' id='r{i}' href='#n{i}'>{i + 1}</a></sup>"
def webcolumns(w, d, n):
    """A web page printed, in three columns or two."""
    css = f"main{{column-count:{w.r.choice([2, 3])};font:10pt 'Liberation Serif';text-align:justify;hyphens:auto}} section{{font-size:8.5pt;column-count:2}} section p{{margin:0}} h1{{column-span:all}}"
    return print_page(page(w, call(w), css, rolelist(w, n)), f"{d}/{n}.pdf", "chromium")
def kit(w, d, n):
    """A web page through wkhtmltopdf."""
    return print_page(page(w, call(w), "body{font:11pt 'Liberation Serif'} section{font-size:9pt}", rolelist(w, n)), f"{d}/{n}.pdf", "wkhtmltopdf")
def weasytags(w, d, n):
    """WeasyPrint, tagged, notes of columns across."""
    import weasyprint
    css = f"@page{{size:170mm 240mm;margin:20mm;@top-left{{content:counter(page) '  {w.journal[:30]}';font-size:8pt}} @footnote{{border-top:.4pt solid;padding-top:3pt}}}} main{{column-count:{w.r.choice([1, 2])};column-gap:6mm;font:10pt/1.25 'EB Garamond';text-align:justify;hyphens:auto}} .f{{float:footnote;font-size:8.5pt;text-align:left}} h1{{font-size:15pt}} h2{{font-size:11pt}} p{{margin:0;text-indent:1em}} ::footnote-marker{{content:counter(footnote) ' ';font-size:{w.r.choice(['1', '.7'])}em}}"
    weasyprint.HTML(string=page(w, lambda i: f"<span class=f>{hx(w.notes[i]['items'], w, None)}</span>", css)).write_pdf(f"{d}/{n}.pdf", pdf_variant=w.r.choice([None, "pdf/ua-1"])); return True
def typst3(w, d, n):
    """Typst, three columns or two, tagged."""
    import typst
    def e(t): return re.sub(r"([\\#$*_`<>@\[\]~=\-+/])", r"\\\1", t)
    def ti(items): return "".join("#footnote[%s]" % ti(w.notes[t]["items"]) if k == "note" else "#emph[%s]" % e(t) if k == "i" else "#smallcaps[%s]" % e(t) if k == "sc" else '#link("%s")' % t if k == "url" else e(t) for k, t in items)
    b = [f'#set page(paper: "a4", margin: 16mm, columns: {w.r.choice([2, 3])}, numbering: "1", header: text(8pt)[{e(w.journal[:40])}])\n#set text(font: "{w.r.choice(["Libertinus Serif", "EB Garamond"])}", size: 9.5pt, lang: "{w.lang}", hyphenate: true)\n#set par(justify: true)\n= {e(w.title)}\n{e(w.author)}']
    for h, paras in w.sections(): b += ["== " + e(h)] + [ti(p) for p in paras]
    t = f"{d}/{n}.typ"; open(t, "w").write("\n\n".join(b)); typst.compile(t, output=f"{d}/{n}.pdf"); os.remove(t); return True
def office(w, d, n):
    """LibreOffice, tagged, in columns of a section."""
    def fx(items): return "".join('<text:note text:note-class="footnote" text:id="f%d"><text:note-citation>%s</text:note-citation><text:note-body><text:p text:style-name="Footnote">%s</text:p></text:note-body></text:note>' % (t, w.notes[t]["number"], fx(w.notes[t]["items"])) if k == "note" else f'<text:span text:style-name="I">{E(t)}</text:span>' if k == "i" else f'<text:a xlink:type="simple" xlink:href="{E(t)}">{E(t)}</text:a>' if k == "url" else E(t).replace("\u00a0", " ") if not t.startswith(" ") else " " + E(t[1:]) for k, t in items)
    ns = " ".join(f'xmlns:{p}="{u}"' for p, u in dict(office="urn:oasis:names:tc:opendocument:xmlns:office:1.0", text="urn:oasis:names:tc:opendocument:xmlns:text:1.0", style="urn:oasis:names:tc:opendocument:xmlns:style:1.0", fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0", xlink="http://www.w3.org/1999/xlink").items())
    size = w.r.choice([10, 11]); same = w.r.random() < .4; cols = w.r.choice([1, 2, 3])
    styles = f"""<office:styles><style:style style:name="Standard" style:family="paragraph"><style:paragraph-properties fo:text-align="justify"/><style:text-properties fo:font-family="'Liberation Serif'" fo:font-size="{size}pt" fo:language="{w.lang}" fo:country="{ {'en': 'GB', 'cs': 'CZ'}.get(w.lang, w.lang.upper())}" fo:hyphenate="true" fo:hyphenation-remain-char-count="2" fo:hyphenation-push-char-count="2"/></style:style><style:style style:name="H" style:family="paragraph" style:parent-style-name="Standard"><style:text-properties fo:font-weight="bold"/></style:style><style:style style:name="Footnote" style:family="paragraph" style:parent-style-name="Standard"><style:text-properties fo:font-size="{size if same else size - 2}pt"/></style:style><style:style style:name="I" style:family="text"><style:text-properties fo:font-style="italic"/></style:style><style:style style:name="FA" style:family="text"><style:text-properties style:text-position="super 58%"/></style:style><text:notes-configuration text:note-class="footnote" style:num-format="1" text:start-value="0" text:footnotes-position="page" text:start-numbering-at="document" style:num-suffix="{w.r.choice(['', '.', ')'])}" text:citation-style-name="{w.r.choice(['FA', ''])}" text:citation-body-style-name="FA"/></office:styles><office:automatic-styles><style:style style:name="C" style:family="section"><style:section-properties text:dont-balance-text-columns="false"><style:columns fo:column-count="{cols}" fo:column-gap=".6cm"/></style:section-properties></style:style><style:page-layout style:name="pm"><style:page-layout-properties fo:page-width="{21 if cols > 1 else 16}cm" fo:page-height="{29.7 if cols > 1 else 24}cm" fo:margin="2cm"><style:footnote-sep style:width="{'0cm' if same and w.r.random() < .5 else '.018cm'}" style:rel-width="25%" style:color="#000000" style:line-style="solid" style:adjustment="left" style:distance-before-sep=".1cm" style:distance-after-sep=".1cm"/></style:page-layout-properties><style:footer-style><style:header-footer-properties fo:min-height=".8cm" fo:margin-top=".3cm"/></style:footer-style></style:page-layout></office:automatic-styles><office:master-styles><style:master-page style:name="Standard" style:page-layout-name="pm"><style:footer><text:p><text:page-number/></text:p></style:footer></style:master-page></office:master-styles>"""
    b = "".join(f'<text:p text:style-name="H">{E(h)}</text:p>' + "".join(f'<text:p text:style-name="Standard">{fx(p)}</text:p>' for p in paras) for h, paras in w.sections())
    t = f"{d}/{n}.fodt"; open(t, "w").write(f'<?xml version="1.0" encoding="UTF-8"?><office:document {ns} office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text">{styles}<office:body><office:text><text:p text:style-name="H">{E(w.title)}</text:p><text:section text:style-name="C" text:name="s">{b}</text:section></office:text></office:body></office:document>')
    subprocess.run(["soffice", f"-env:UserInstallation=file://{PROFILE}", "--headless", "--convert-to", 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}', "--outdir", d, t], capture_output=True); os.remove(t); return os.path.exists(f"{d}/{n}.pdf")
PROFILE = tempfile.mkdtemp()
def markdown(w, d, n):
    """pandoc's own way to a PDF file, with hyperref's links."""
    def mx(items): return "".join(f"[^{t + 1}]" if k == "note" else f"*{t.strip()}*" if k == "i" else f"<{t}>" if k == "url" else re.sub(r"([\\`*_<>\[\]#])", r"\\\1", t) for k, t in items)
    b = [f"---\ntitle: '{w.title.replace(chr(39), '’')}'\nauthor: {w.author}\nlang: {w.lang}\n---\n"]
    for h, paras in w.sections(): b += ["# " + h] + [mx(p) for p in paras]
    b += [f"[^{i + 1}]: {mx(x['items'])}" for i, x in enumerate(w.notes)]
    t = f"{d}/{n}.md"; open(t, "w").write("\n\n".join(b)); p = subprocess.run(["pandoc", t, "--pdf-engine=lualatex", "-V", "mainfont=EB Garamond", "-V", "fontsize=11pt", "-o", f"{d}/{n}.pdf"], capture_output=True); os.remove(t)
    if p.returncode: print(p.stderr.decode()[-800:])
    return p.returncode == 0
SHAPES = {f.__name__: f for f in (twocolumn, across, rightonly, three, margin, sidenotes, symbols, perpage, endcolumns, noline, chapters, endchapters, issue, unicodes, oldtype, chinese, webcolumns, kit, weasytags, typst3, office, markdown)}
if __name__ == "__main__":
    d, kinds, lo, hi = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4]); os.makedirs(d, exist_ok=True)
    for kind in SHAPES if kinds == "all" else kinds.split(","):
        for seed in range(lo, hi):
            r = random.Random(f"{kind}-{seed}"); lang = LANGS[(seed + list(SHAPES).index(kind)) % 7]
            if kind == "oldtype" and lang in ("pl", "cs"): lang = "fr"
            w = Work(f"{kind}{seed}", lang, r.choice([20, 30, 45]), long=r.choice([.05, .15, .3]), urls=r.choice([.2, .4]))
            name = f"{kind}-{seed:03d}-{lang if kind != 'chinese' else 'zh'}"
            try: ok = SHAPES[kind](w, d, name)
            except Exception as ex: print("FAILED", name, repr(ex)[:400]); continue
            if not ok: print("FAILED", name); continue
            g = dict(file=name + ".pdf", notes=w.gold())
            if kind in ("symbols", "perpage"): g["perpage"] = True
            json.dump(g, open(f"{d}/{name}.json", "w"), ensure_ascii=False, indent=1)
