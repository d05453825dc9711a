#!/usr/bin/env python3
"""Articles through WeasyPrint, Typst, LibreOffice (flat ODF), groff, FOP, Chromium. others.py OUTDIR KIND FROM TO"""
import sys, json, random, os, subprocess, re, shutil, tempfile, html
from article import article, plain, gold
E = html.escape
PROFILE = tempfile.mkdtemp()
LANGS = ["it", "en", "de", "pt", "fr", "pl", "es"]
def hinl(items, a, o, note):
    out = []
    for k, t in items:
        if k == "note": out.append(note(t))
        elif k == "i": out.append(f"<i>{E(t)}</i>")
        elif k == "sc": out.append(f'<span class="sc">{E(t)}</span>')
        elif k == "url": out.append(f'<a href="{E(t)}">{E(t)}</a>' if o["links"] else E(t))
        else: out.append(E(t))
    return "".join(out)
def hbody(a, o, note):
    b = [f"<h1>{E(a.title)}{note(0) if a.star else ''}</h1><p class='by'>{E(a.author)}</p>"]
    for p in a.paras:
        if p[0] == "h": b.append(f"<h2>{E(p[1])}</h2>")
        elif p[0] == "p": b.append(f"<p>{hinl(p[1], a, o, note)}</p>")
        elif p[0] == "q": b.append(f"<blockquote>{hinl(p[1], a, o, note)}</blockquote>")
        elif p[0] == "ol": b.append("<ol>" + "".join(f"<li>{hinl(i, a, o, note)}</li>" for i in p[1]) + "</ol>")
        elif p[0] == "table": b.append("<table>" + "".join("<tr>" + "".join(f"<td>{E(c)}</td>" for c in r) + "</tr>" for r in p[1]) + f"</table><p class='cap'>{E(p[2])}</p>")
    return "\n".join(b)
def weasy(a, o, r, path):
    fn = lambda i: '<span class="fn">' + "<br>".join(hinl(p, a, o, None) for p in a.notes[i]["paras"]) + "</span>"
    a.notes = [n for n in a.notes]
    style = r.choice(["decimal", "sup", "dot", "bracket"])
    marker = {"decimal": "::footnote-marker{content:counter(footnote) '. '}", "sup": "::footnote-marker{content:counter(footnote);font-size:.65em;vertical-align:super;padding-right:.3em}", "dot": "::footnote-marker{content:counter(footnote) ' '}", "bracket": "::footnote-marker{content:'[' counter(footnote) '] '} ::footnote-call{content:'[' counter(footnote) ']'}"}[style]
    cols = 2 if r.random() < .3 else 1
    css = f"""@page{{size:{r.choice(['A4','170mm 240mm','letter'])};margin:{r.choice(['20mm','25mm 20mm','30mm'])};
      @top-center{{content:'{a.journal[:40].replace("'", "’")}';font-size:8pt}} @bottom-{r.choice(['center','right'])}{{content:counter(page);font-size:9pt}} @footnote{{border-top:{r.choice(['.5pt solid','none'])};padding-top:4pt;margin-top:10pt}}}}
      body{{font-family:{r.choice(["'Liberation Serif'","'EB Garamond'","'Liberation Sans'","'Linux Libertine O'"])};font-size:{o['size']}pt;line-height:{r.choice([1.2,1.35,1.5])};text-align:{r.choice(['justify','left'])};hyphens:{r.choice(['auto','manual'])};{'column-count:2;' if cols == 2 else ''}}}
      .fn{{float:footnote;font-size:{o['nsize']}pt;line-height:1.2;text-align:left}} .sc{{font-variant:small-caps}} blockquote{{font-size:{o['nsize']}pt}} p{{margin:0 0 {r.choice([0,6])}pt 0;text-indent:{r.choice([0,12])}pt}} td{{font-size:8pt}} a{{color:{r.choice(['black','blue'])}}} {marker}"""
    for n in a.notes: n["paras"] = [[x for p in n["paras"] for x in p + [("t", " ")]]]
    src = f"<html lang='{a.lang}'><head><meta charset='utf-8'><title>{E(a.title)}</title><style>{css}</style></head><body>{hbody(a, o, fn)}</body></html>"
    import weasyprint; weasyprint.HTML(string=src).write_pdf(path)
    return f"{style}" + ("-2col" if cols == 2 else "")
def chromium(a, o, r, path):
    fn = lambda i: f'<sup><a href="#n{i}">{a.notes[i]["number"]}</a></sup>'
    notes = "".join(f'<p class="n" id="n{i}"><sup>{n["number"]}</sup> ' + "<br>".join(hinl(p, a, o, None) for p in n["paras"]) + "</p>" for i, n in enumerate(a.notes)) if r.random() < .5 else "<ol class='n'>" + "".join(f'<li id="n{i}">' + "<br>".join(hinl(p, a, o, None) for p in n["paras"]) + "</li>" for i, n in enumerate(a.notes)) + "</ol>"
    css = f"body{{font-family:'Liberation Serif';font-size:{o['size']}pt;text-align:justify}} .n{{font-size:{o['nsize']}pt}} .sc{{font-variant:small-caps}} table{{font-size:8pt}}"
    src = f"<html lang='{a.lang}'><head><meta charset='utf-8'><title>{E(a.title)}</title><style>{css}</style></head><body>{hbody(a, o, fn)}<h2>{ {'de':'Anmerkungen','it':'Note','es':'Notas','pt':'Notas','pl':'Przypisy'}.get(a.lang,'Notes')}</h2>{notes}</body></html>"
    t = path[:-4] + ".html"; open(t, "w").write(src)
    subprocess.run(["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", f"--user-data-dir={tempfile.mkdtemp()}", f"--print-to-pdf={path}", *(["--no-pdf-header-footer"] if r.random() < .5 else []), t], capture_output=True); os.remove(t)
    return "end"
def typ(a, o, r, path):
    def e(t): return re.sub(r"([\\#$*_`<>@\[\]~=\-+/])", r"\\\1", t)
    def ti(items):
        out = []
        for k, t in items:
            if k == "note": out.append("#footnote[%s]" % " \\ ".join(ti(p) for p in a.notes[t]["paras"]))
            elif k == "i": out.append("#emph[%s]" % e(t))
            elif k == "sc": out.append("#smallcaps[%s]" % e(t))
            elif k == "url": out.append('#link("%s")%s' % (t, "" if o["links"] else "[%s]" % e(t)))
            else: out.append(e(t))
        return "".join(out)
    cols = 2 if r.random() < .35 else 1
    pre = f"""#set document(title: "{a.title.replace(chr(34), '')}")
#set page(paper: "{r.choice(['a4', 'us-letter', 'a5'] if cols == 1 else ['a4'])}", numbering: "1", columns: {cols}, header: context [#align(center)[#text(8pt)[{e(a.journal[:40])}]]])
#set text(font: "{r.choice(['Libertinus Serif', 'Liberation Serif', 'EB Garamond', 'New Computer Modern'])}", size: {o['size']}pt, lang: "{a.lang}", hyphenate: true)
#set par(justify: {r.choice(['true', 'false'])}, first-line-indent: {r.choice([0, 1])}em)
#show footnote.entry: set text({o['nsize']}pt)
"""
    if r.random() < .3: pre += "#set footnote.entry(separator: none)\n"
    num = r.random()
    if num < .2: pre += '#set footnote(numbering: "[1]")\n'
    elif num < .35: pre += '#show footnote.entry: it => [#counter(footnote).display(at: it.note.location()). #it.note.body]\n'.replace("#counter(footnote).display(at: it.note.location())", "#context counter(footnote).at(it.note.location()).first()")
    b = ["= " + e(a.title), e(a.author)]
    for p in a.paras:
        if p[0] == "h": b.append("== " + e(p[1]))
        elif p[0] == "p": b.append(ti(p[1]))
        elif p[0] == "q": b.append(f"#block(inset: (x: 12pt))[#text({o['nsize']}pt)[{ti(p[1])}]]")
        elif p[0] == "ol": b.append("\n".join("+ " + ti(i) for i in p[1]))
        elif p[0] == "table": b.append("#figure(table(columns: 4, %s), caption: [%s])" % (", ".join("[%s]" % e(c) for row in p[1] for c in row), e(p[2])))
    import typst
    t = path[:-4] + ".typ"; open(t, "w").write(pre + "\n\n".join(b)); typst.compile(t, output=path); os.remove(t)
    return ("2col" if cols == 2 else "1col") + ("-br" if num < .2 else "-dot" if num < .35 else "")
def fodt(a, o, r, path):
    def fi(items):
        out = []
        for k, t in items:
            if k == "note":
                n = a.notes[t]
                body = "".join(f'<text:p text:style-name="Footnote">{fi(p)}</text:p>' for p in n["paras"])
                kind = "endnote" if o["end"] else "footnote"
                lab = f' text:label="*"' if n["number"] == "*" else ""
                out.append(f'<text:note text:note-class="{kind}" text:id="f{t}"><text:note-citation{lab}>{n["number"]}</text:note-citation><text:note-body>{body}</text:note-body></text:note>')
            elif k == "i": out.append(f'<text:span text:style-name="I">{E(t)}</text:span>')
            elif k == "sc": out.append(f'<text:span text:style-name="SC">{E(t)}</text:span>')
            elif k == "url": out.append(f'<text:a xlink:type="simple" xlink:href="{E(t)}">{E(t)}</text:a>' if o["links"] else E(t))
            else: out.append(E(t).replace("  ", " ") if not t.startswith(" ") else " " + E(t[1:]))
        return "".join(out)
    ns = " ".join(f'xmlns:{p}="{u}"' for p, u in dict(office="urn:oasis:names:tc:opendocument:xmlns:office:1.0", text="urn:oasis:names:tc:opendocument:xmlns:text:1.0", style="urn:oasis:names:tc:opendocument:xmlns:style:1.0", fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0", xlink="http://www.w3.org/1999/xlink", table="urn:oasis:names:tc:opendocument:xmlns:table:1.0", svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0").items())
    font = r.choice(["Liberation Serif", "Liberation Sans", "EB Garamond", "DejaVu Serif", "Linux Libertine O"])
    cols = 2 if r.random() < .25 else 1
    suffix = r.choice(["", "", ".", ")", " "]); cite = r.choice(["sup", "sup", "plain"])
    hang = r.choice([0, .5, .35])
    lh = r.choice(["100%", "115%", "150%"])
    num = f'<text:notes-configuration text:note-class="footnote" style:num-format="1" text:start-value="{o["first"]-1}" text:footnotes-position="page" text:start-numbering-at="document" style:num-suffix="{suffix}" text:citation-style-name="FS" text:citation-body-style-name="FA"/><text:notes-configuration text:note-class="endnote" style:num-format="1" text:start-value="0" style:num-suffix="{suffix}" text:citation-style-name="FS" text:citation-body-style-name="FA"/>'
    sup = 'style:text-position="super 58%"'
    styles = f"""<office:styles><style:default-style style:family="paragraph"><style:paragraph-properties style:hyphenation-ladder-count="no-limit"/><style:text-properties style:font-name="{font}" fo:font-family="'{font}'" fo:font-size="{o['size']}pt" fo:language="{a.lang}" fo:country="{ {'en':'GB','pt':'BR'}.get(a.lang, a.lang.upper())}" fo:hyphenate="true" fo:hyphenation-remain-char-count="2" fo:hyphenation-push-char-count="2"/></style:default-style>
<style:style style:name="Standard" style:family="paragraph"/><style:style style:name="B" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties fo:text-align="{r.choice(['justify','start'])}" fo:line-height="{lh}" fo:text-indent="{r.choice(['0cm','.6cm'])}" fo:margin-bottom="{r.choice(['0cm','.2cm'])}" fo:orphans="2" fo:widows="2"/></style:style>
<style:style style:name="H" style:family="paragraph"><style:paragraph-properties fo:margin-top=".5cm" fo:margin-bottom=".2cm" fo:keep-with-next="always"/><style:text-properties fo:font-weight="bold" fo:font-size="{o['size']+2}pt"/></style:style>
<style:style style:name="Q" style:family="paragraph"><style:paragraph-properties fo:margin-left="1cm" fo:margin-right="1cm" fo:text-align="justify"/><style:text-properties fo:font-size="{o['nsize']}pt"/></style:style>
<style:style style:name="Footnote" style:family="paragraph"><style:paragraph-properties fo:text-align="{r.choice(['justify','start'])}" fo:margin-left="{hang}cm" fo:text-indent="-{hang}cm"/><style:text-properties fo:font-size="{o['nsize']}pt"/></style:style>
<style:style style:name="I" style:family="text"><style:text-properties fo:font-style="italic"/></style:style><style:style style:name="SC" style:family="text"><style:text-properties fo:font-variant="small-caps"/></style:style>
<style:style style:name="FS" style:family="text"><style:text-properties {sup if cite == 'sup' else ''}/></style:style><style:style style:name="FA" style:family="text"><style:text-properties style:text-position="super 58%"/></style:style>{num}</office:styles>
<office:automatic-styles><style:page-layout style:name="pm"><style:page-layout-properties fo:page-width="{r.choice(['21cm','17cm','15.5cm'] if cols == 1 else ['21cm'])}" fo:page-height="{r.choice(['29.7cm','24cm'])}" fo:margin="2cm"><style:columns fo:column-count="{cols}" fo:column-gap="{.6 if cols == 2 else 0}cm"/><style:footnote-sep style:width="{r.choice(['.018cm','0cm'])}" style:rel-width="{r.choice(['25%','100%'])}" style:color="#000000" style:line-style="solid" style:adjustment="left" style:distance-before-sep=".1cm" style:distance-after-sep=".1cm"/></style:page-layout-properties><style:header-style><style:header-footer-properties fo:min-height=".8cm" fo:margin-bottom=".3cm"/></style:header-style><style:footer-style><style:header-footer-properties fo:min-height=".8cm" fo:margin-top=".3cm"/></style:footer-style></style:page-layout></office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="pm"><style:header><text:p>{E(r.choice([a.journal, a.author]))}</text:p></style:header><style:footer><text:p><text:page-number/></text:p></style:footer></style:master-page></office:master-styles>"""
    b = [f'<text:p text:style-name="H">{E(a.title)}' + (fi([("note", 0)]) if a.star else "") + f'</text:p><text:p>{E(a.author)}</text:p>']
    for p in a.paras:
        if p[0] == "h": b.append(f'<text:p text:style-name="H">{E(p[1])}</text:p>')
        elif p[0] == "p": b.append(f'<text:p text:style-name="B">{fi(p[1])}</text:p>')
        elif p[0] == "q": b.append(f'<text:p text:style-name="Q">{fi(p[1])}</text:p>')
        elif p[0] == "ol": b.append("".join(f'<text:p text:style-name="B">{i+1}. {fi(x)}</text:p>' for i, x in enumerate(p[1])))
        elif p[0] == "table": b.append("<table:table>" + "<table:table-column table:number-columns-repeated=\"4\"/>" + "".join("<table:table-row>" + "".join(f'<table:table-cell><text:p>{E(c)}</text:p></table:table-cell>' for c in row) + "</table:table-row>" for row in p[1]) + "</table:table>")
    if o["bib"]: b += ['<text:p text:style-name="H">Literatur</text:p>'] + [f'<text:p text:style-name="Footnote">{fi(x)}</text:p>' for x in a.bib]
    src = f'<?xml version="1.0" encoding="UTF-8"?><office:document {ns} office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text">{styles}<office:body><office:text>{"".join(b)}</office:text></office:body></office:document>'
    t = path[:-4] + ".fodt"; open(t, "w").write(src)
    tagged = r.random() < .4
    f = 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"%s"}}' % ("true" if tagged else "false")
    subprocess.run(["soffice", f"-env:UserInstallation=file://{PROFILE}", "--headless", "--convert-to", f, "--outdir", os.path.dirname(path), t], capture_output=True); os.remove(t)
    return ("2col-" if cols == 2 else "") + ("end-" if o["end"] else "") + f"s{suffix.replace(' ', '_')}-{cite}" + ("-tag" if tagged else "")
def groff(a, o, r, path):
    def ge(t): return t.replace("\\", "\\e").replace("-", "\\-" if False else "-")
    def gi(items):
        out = []
        for k, t in items:
            if k == "note": out.append("\\*{%s\\*}\n.FS \"%s\"\n%s\n.FE\n" % (a.notes[t]["number"], a.notes[t]["number"] + r_lab, "\n.br\n".join(gi(p) for p in a.notes[t]["paras"])))
            elif k == "i": out.append("\\fI%s\\fR" % ge(t))
            else: out.append(ge(t).replace("/", "/\\:") if k == "url" else ge(t))
        s = "".join(out)
        return re.sub(r"\n +", "\n", s)
    r_lab = r.choice([".", ")", ""])
    b = [".TL", ge(a.title), ".AU", ge(a.author)]
    if r.random() < .3: b = [".2C"] + b if False else b
    for p in a.paras:
        if p[0] == "h": b += [".SH", ge(p[1])]
        elif p[0] in ("p", "q"): b += [".PP" if p[0] == "p" else ".QP", re.sub(r"(?m)^([.'])", r"\\&\1", "") + "\n".join(l if l.startswith((".FS", ".FE", ".br")) else re.sub(r"^([.'])", r"\\&\1", l) for l in gi(p[1]).split("\n"))]
    pre = f".nr PS {int(o['size'])}\n.nr VS {int(o['size'])+2}\n.nr FPS {int(o['nsize'])}\n.nr FVS {int(o['nsize'])+1}\n"
    p = subprocess.run(["groff", "-k", "-ms", "-Tpdf"], input=(pre + "\n".join(b) + "\n").encode(), capture_output=True)
    open(path, "wb").write(p.stdout)
    return "l" + {".": "dot", ")": "paren", "": "plain"}[r_lab]
def fop(a, o, r, path):
    def xi(items):
        out = []
        for k, t in items:
            if k == "note":
                n = a.notes[t]
                mark = f'<fo:inline baseline-shift="super" font-size="70%">{n["number"]}</fo:inline>'
                lab = {"sup": mark + " ", "dot": f'{n["number"]}. ', "plain": f'{n["number"]}  '}[style]
                out.append(f'<fo:footnote>{mark}<fo:footnote-body><fo:block font-size="{o["nsize"]}pt" text-align="justify">{lab}' + "</fo:block><fo:block font-size=\"%spt\">".replace("%s", str(o["nsize"])).join(xi(p) for p in n["paras"]) + "</fo:block></fo:footnote-body></fo:footnote>")
            elif k == "i": out.append(f'<fo:inline font-style="italic">{E(t)}</fo:inline>')
            elif k == "url": out.append((f'<fo:basic-link external-destination="url({E(t)})">' if o["links"] else "") + E(t).replace("/", "/&#x200B;") + ("</fo:basic-link>" if o["links"] else ""))
            else: out.append(E(t))
        return "".join(out)
    style = r.choice(["sup", "dot", "plain"]); cols = 1
    b = [f'<fo:block font-size="16pt" font-weight="bold">{E(a.title)}</fo:block>']
    for p in a.paras:
        if p[0] == "h": b.append(f'<fo:block font-weight="bold" space-before="10pt">{E(p[1])}</fo:block>')
        elif p[0] in ("p", "q"): b.append(f'<fo:block text-align="justify" hyphenate="true" language="{a.lang}" text-indent="10pt" {"margin-left=%s10mm%s" % (chr(34), chr(34)) if p[0]=="q" else ""}>{xi(p[1])}</fo:block>')
    src = f'<fo:root xmlns:fo="http://www.w3.org/1999/XSL/Format" font-family="{r.choice(["Times", "serif", "Helvetica"])}" font-size="{o["size"]}pt"><fo:layout-master-set><fo:simple-page-master master-name="p" page-width="170mm" page-height="240mm" margin="18mm"><fo:region-body margin-top="8mm" margin-bottom="8mm"/><fo:region-before extent="6mm"/><fo:region-after extent="5mm"/></fo:simple-page-master></fo:layout-master-set><fo:page-sequence master-reference="p"><fo:static-content flow-name="xsl-region-before"><fo:block text-align="center" font-size="8pt">{E(a.journal)}</fo:block></fo:static-content><fo:static-content flow-name="xsl-region-after"><fo:block text-align="center"><fo:page-number/></fo:block></fo:static-content><fo:static-content flow-name="xsl-footnote-separator"><fo:block>{"<fo:leader leader-pattern=%srule%s leader-length=%s30%%%s rule-thickness=%s.5pt%s/>" % ((chr(34),)*6) if r.random() < .7 else " "}</fo:block></fo:static-content><fo:flow flow-name="xsl-region-body">{"".join(b)}</fo:flow></fo:page-sequence></fo:root>'
    t = path[:-4] + ".fo"; open(t, "w").write(src); subprocess.run(["fop", "-q", t, path], capture_output=True); os.remove(t)
    return style
KINDS = dict(weasy=weasy, chromium=chromium, typst=typ, fodt=fodt, groff=groff, fop=fop)
if __name__ == "__main__":
    d, kind, lo, hi = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4]); os.makedirs(d, exist_ok=True)
    for seed in range(lo, hi):
        r = random.Random(f"{kind}-{seed}"); lang = LANGS[seed % 7]
        if kind in ("groff", "fop") and lang == "pl": lang = "en"
        size = r.choice([9.5, 10, 11, 12])
        o = dict(size=size, nsize=r.choice([size - 2, size - 1.5, size - 1, size - .5, size]), links=r.random() < .5, end=kind == "fodt" and r.random() < .15, first=r.choice([1]*9 + [23]) if kind == "fodt" else 1, bib=r.random() < .4)
        if o["end"]: o["first"] = 1
        a = article(9000 + seed, lang, notes=r.choice([12, 25, 40]), long=r.choice([.05, .12, .3]), urls=r.choice([.1, .25, .5]), density=r.choice([.5, 1, 1.6]), first=o["first"], star=kind == "fodt" and r.random() < .15 and not o["end"])
        g = gold(a)
        path = f"{d}/tmp-{kind}.pdf"
        if os.path.exists(path): os.remove(path)
        try: tag = KINDS[kind](a, o, r, path)
        except Exception as ex: print("FAILED", kind, seed, repr(ex)[:300]); continue
        if not os.path.exists(path) or os.path.getsize(path) < 500: print("FAILED", kind, seed); continue
        name = f"{kind}-{seed:03d}-{lang}-{tag}-{o['size']:g}-{o['nsize']:g}"
        os.rename(path, f"{d}/{name}.pdf"); json.dump(dict(file=name + ".pdf", notes=g), open(f"{d}/{name}.json", "w"), ensure_ascii=False, indent=1)
