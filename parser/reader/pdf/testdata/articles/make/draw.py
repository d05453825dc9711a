#!/usr/bin/env python3
"""Lays articles out the way journals do, with full control of what is drawn where. draw.py OUTDIR FROM TO"""
import sys, json, random, os
import pyphen
from reportlab.pdfgen import canvas
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from article import article, plain, gold
L = "/usr/share/fonts/truetype/liberation/Liberation"
FONTS = {"serif": ("Serif-Regular", "Serif-Italic", "Serif-Bold"), "sans": ("Sans-Regular", "Sans-Italic", "Sans-Bold")}
D = "/usr/share/fonts/truetype/dejavu/DejaVuSerif"
for st, f in zip(("", "i", "b"), ("", "-Italic", "-Bold")): pdfmetrics.registerFont(TTFont("dejavu" + st, f"{D}{f}.ttf"))
for fam, fs in FONTS.items():
    for st, f in zip(("", "i", "b"), fs): pdfmetrics.registerFont(TTFont(fam + st, f"{L}{f}.ttf"))
STANDARD = {"times": ("Times-Roman", "Times-Italic", "Times-Bold"), "helvetica": ("Helvetica", "Helvetica-Oblique", "Helvetica-Bold")}
HYPH = {l: pyphen.Pyphen(lang=l) for l in ("de", "en", "fr", "it", "es", "pt", "pl")}
W = pdfmetrics.stringWidth
SUP = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")

def words(items, o, marker):
    """words: list of words, each a list of atoms (text, style, url)"""
    out = [[]]
    for k, t in items:
        if k == "note": out[-1].append((t, "n", None)); continue
        st = {"t": "", "i": "i", "sc": "c", "url": "u"}[k]
        parts = t.split(" ")
        for i, p in enumerate(parts):
            if i: out.append([])
            if p: out[-1].append((p, st, t if k == "url" else None))
    return [w for w in out if w]

class Setter:
    def __init__(s, a, o): s.a, s.o, s.h = a, o, HYPH[a.lang]
    def font(s, st):
        if s.o.family in STANDARD: return STANDARD[s.o.family][{"i": 1, "b": 2}.get(st, 0)]
        return s.o.family + ("i" if st == "i" else "b" if st == "b" else "")
    def atom_width(s, at, size):
        t, st, u = at
        if st == "n":
            return s.note_width(t, size)
        if st == "s": return W(t, s.font(""), size * .62)
        if st == "S": return W(t, s.font(""), size)
        if st == "tab": return size * float(t)
        if st == "c":
            return sum(W(c.upper(), s.font(""), size if c.isupper() or not c.isalpha() else size*.8) for c in t)
        return W(t, s.font(st), size) + s.o.tracking * size * len(t)
    def note_text(s, i):
        n = s.a.notes[i]["number"]; m = s.o.marker
        return f"[{n}]" if m == "bracket" else n.translate(SUP) if m == "unicode" else f"{n})" if m == "paren" else n
    def note_width(s, i, size):
        k = {"bracket": 1, "unicode": 1, "samesize": .95}.get(s.o.marker, s.o.supsize)
        return W(s.note_text(i), s.font(""), size * k)
    def width(s, w, size): return sum(s.atom_width(a, size) for a in w)
    def lines(s, ws, size, width, indent=0, hang=0):
        """breaks words into lines of (words, x, last, width)"""
        out, cur, room, x = [], [], width - indent, indent
        space = s.o.space * size
        used = 0
        ws = list(ws)
        while ws:
            w = ws.pop(0); ww = s.width(w, size)
            if not cur or used + space + ww <= room:
                if cur or ww <= room:
                    used += (space if cur else 0) + ww; cur.append(w); continue
            left = room - used - (space if cur else 0)
            head, tail = s.split(w, size, left)
            if head and not cur and not tail: cur.append(head); continue
            if head: cur.append(head); ws.insert(0, tail)
            elif cur: ws.insert(0, w)
            else: cur.append(w)
            out.append((cur, x, False, room)); cur, used, x, room = [], 0, hang, width - hang
        if cur: out.append((cur, x, True, room))
        return out
    def split(s, w, size, left):
        used = 0
        for k, at in enumerate(w):
            aw = s.atom_width(at, size)
            if used + aw <= left: used += aw; continue
            t, st, u = at
            if st in ("n", "s", "S", "tab"): return None, None
            if st == "u":
                best = 0
                for i in range(len(t) - 1, 3, -1):
                    if t[i-1] in s.o.urlbreak and t[i-2:i] != ":/" and not (t[i-1] == "/" and t[i] == "/") and used + W(t[:i], s.font(""), size) <= left: best = i; break
                    if s.o.urlbefore and t[i] in ".-_?&=" and used + W(t[:i], s.font(""), size) <= left: best = i; break
                    if s.o.urlany and used + W(t[:i], s.font(""), size) <= left: best = i; break
                if not best: return None, None
                return w[:k] + [(t[:best], st, u)], [(t[best:], st, u)] + w[k+1:]
            if not s.o.hyphenate: return None, None
            core = t.strip(",.;:()“”„«»[]")
            if len(core) < 5 or not core.replace("-", "").replace("’", "").isalpha():
                if "-" in t[1:-1]:
                    i = t.rfind("-", 1, -1) + 1
                    if used + W(t[:i], s.font(st), size) <= left: return w[:k] + [(t[:i], st, u)], [(t[i:], st, u)] + w[k+1:]
                return None, None
            at0 = t.find(core)
            for i in sorted(s.h.positions(core), reverse=True):
                head = t[:at0+i]; hy = "" if head.endswith("-") else s.o.hyphen
                if used + s.atom_width((head + hy, st, u), size) <= left: return w[:k] + [(head + hy, st, u)], [(t[at0+i:], st, u)] + w[k+1:]
            return None, None
        return None, None

class O: pass
def options(seed):
    r = random.Random(seed * 7919 + 1); o = O(); o.r = r
    o.family = r.choice(["serif", "serif", "serif", "sans"])
    o.page = r.choice([(595, 842), (595, 842), (482, 680), (612, 792), (420, 595)])
    small = o.page[0] < 500
    o.cols = 1 if small else r.choice([1, 1, 1, 2])
    o.size = r.choice([9.5, 10, 10.5, 11]) if o.cols == 1 else r.choice([9, 9.5, 10])
    o.nsize = r.choice([o.size - 2, o.size - 1.5, o.size - 2, o.size - 1, o.size - .5, o.size])
    o.lead = r.choice([1.15, 1.2, 1.3, 1.5]) ; o.nlead = r.choice([1.1, 1.15, 1.2])
    o.rule = r.choice([True, True, False, "full"])
    if o.nsize > o.size - .8 and not o.rule: o.rule = r.choice([True, False])
    o.marker = r.choice(["rise", "shift", "shift", "rise", "unicode", "bracket", "paren", "samesize"])
    o.supsize = r.choice([.58, .62, .65, .7]); o.suprise = r.choice([.3, .33, .36, .4])
    o.label = r.choice(["super", "super", "super", "supertab", "dot", "tab", "space", "paren", "bracket", "hang", "hangdot", "margin"])
    if o.marker == "bracket": o.label = r.choice(["bracket", "dot", "tab"])
    if o.marker == "unicode": o.family = "dejavu"
    if o.marker == "unicode": o.label = r.choice(["unicode", "space", "tab"])
    o.emit = r.choice(["word", "word", "wordspace", "line", "line", "letter"])
    o.hyphenate = r.random() < .8; o.hyphen = r.choice(["-", "-", "-", "‐", "\u00ad"]) if o.family == "serif" else "-"
    o.justify = r.random() < .8; o.space = .25; o.tracking = 0
    o.urlbreak = r.choice(["/", "/.-", "/.-_?=&", "/-"]); o.urlbefore = r.random() < .2; o.urlany = r.random() < .25; o.annots = r.choice([0, 0, 1, 2])
    o.heads = r.choice(["none", "alt", "alt", "same", "long"]); o.folio = r.choice(["bottom", "bottomout", "top", "topout", "none"])
    o.stamp = r.random() < .15; o.footer = r.choice(["", "", "doi", "license"]); o.imprint = r.choice(["", "", "above", "below"])
    o.linenumbers = r.random() < .07 and o.cols == 1; o.watermark = r.random() < .05; o.cover = r.random() < .08; o.side = r.random() < .1
    o.order = r.choice(["body", "body", "notes", "mixed"])
    o.across = o.cols == 2 and r.random() < .25
    o.indent = r.choice([0, 1, 1.5]); o.parskip = .6 if o.indent == 0 else r.choice([0, 0, .3])
    o.restart = r.choice(["", "", "", "", "", "page"]); o.endnotes = r.random() < .08
    o.qsize = r.choice([o.nsize, o.size, o.size - 1]); o.tail = r.choice([.7, .8, .9]) ; o.bib = r.random() < .4
    o.pagestart = r.choice([1, 1, r.randint(20, 900)]); o.gap = r.choice([.6, 1, 1.5, 2])
    o.flush = r.random() < .7  # notes stand at the foot of the page, else right below the text
    o.first = r.choice([1]*8 + [r.randint(20, 60)])
    o.title2 = r.random() < .5
    return o

def render(a, o, path):
    s = Setter(a, o); r = o.r
    c = canvas.Canvas(path, pagesize=o.page, pageCompression=1)
    c.setTitle(a.title if r.random() < .5 else "untitled"); c.setCreator(r.choice(["Adobe InDesign CS6 (Windows)", "Microsoft Word 2016"]))
    PW, PH = o.page; ml = mr = PW * .12; top = PH - PH * .1; bottom = PH * .1
    gut = 20 if o.cols == 2 else 0
    cw = (PW - ml - mr - gut) / o.cols
    # flow of lines: dict(words, x, last, room, size, lead, style, notes)
    flow = []
    def para(items, size, lead, indent=0, hang=0, left=0, right=0, before=0, bold=False, justify=None, center=False, keep=False):
        ws = words(items, o, None)
        if bold: ws = [[(t, "b" if st == "" else st, u) for t, st, u in w] for w in ws]
        ls = s.lines(ws, size, cw - left - right, indent, hang)
        for i, (w, x, last, room) in enumerate(ls):
            flow.append(dict(w=w, x=x + left, last=last or center, room=room, size=size, lead=lead * size, before=before * size if i == 0 else 0,
                notes=[t for ww in w for t, st, u in ww if st == "n"], center=center, justify=o.justify if justify is None else justify))
    para([("t", a.title)] + ([("note", 0)] if a.star else []), o.size * 1.6, 1.2, bold=True, center=r.random() < .5, justify=False)
    para([("t", a.author)], o.size, 1.2, before=1, justify=False)
    para([("t", ("Abstract: " if r.random()<.5 else "") + " ".join(p for k, p in [("", plain(a.paras[1][1]))])[:600])], o.size - 1, o.lead, left=15, right=15, before=1)
    after = True
    for p in a.paras:
        k = p[0]
        if k == "h": para([("t", p[1])], o.size * r.choice([1, 1.15]), 1.2, before=1.5, bold=True, justify=False); after = True
        elif k == "p": para(p[1], o.size, o.lead, indent=0 if after and o.indent else o.indent * o.size, before=o.parskip or (.4 if after else 0)); after = False
        elif k == "q": para(p[1], o.qsize, o.lead, left=18, right=r.choice([0, 18]), before=.7); after = True
        elif k == "ol":
            for i, it in enumerate(p[1]): para([("t", f"{i+1}. ")] + it, o.size, o.lead, left=14, before=.2)
            after = True
        elif k == "table":
            para([("t", f"Table {r.randint(1,9)}: {p[2]}")], o.nsize, 1.2, before=1, justify=False)
            for row in p[1]:
                if r.random()<.5: flow.append(dict(row=row, size=o.nsize, lead=1.25*o.nsize, before=0, notes=[]))
                else: flow.append(dict(row=row, size=o.nsize, lead=1.25*o.nsize, before=0, notes=[]))
            after = True
    def notelines(i, width):
        n = a.notes[i]; num = number[i]; out = []
        lab = o.label; hang = 0; ind = 0
        star = not num.isdigit()
        if lab in ("super",) or star and lab not in ("unicode",): first = [(num, "s", None)]; sep = True
        elif lab == "supertab": first = [(num, "s", None), ("1.2", "tab", None)]; sep = False
        elif lab == "dot": first = [(num + ".", "S", None)]; sep = True
        elif lab == "tab": first = [(num, "S", None), (str(max(.6, 2.2 - .5*len(num))), "tab", None)]; sep = False
        elif lab == "space": first = [(num, "S", None)]; sep = True
        elif lab == "paren": first = [(num + ")", "S", None)]; sep = True
        elif lab == "bracket": first = [(f"[{num}]", "S", None)]; sep = True
        elif lab == "unicode": first = [(num.translate(SUP), "S", None)]; sep = True
        elif lab in ("hang", "hangdot"):
            t = num + ("." if lab == "hangdot" else ""); hang = 2.4 * o.nsize
            first = [(t, "S", None), (str((hang - W(t, s.font(""), o.nsize)) / o.nsize), "tab", None)]; sep = False
        elif lab == "margin":
            t = num; ind = -1.8 * o.nsize
            first = [(t, "S", None), (str((1.8*o.nsize - W(t, s.font(""), o.nsize)) / o.nsize), "tab", None)]; sep = False
        sup = first[0][1] == "s"
        for k, p in enumerate(n["paras"]):
            ws = words(p, o, None)
            if k == 0:
                if sep and not (sup and o.supglue): ws = [first] + ws
                else: ws[0] = first + ws[0]
                inn = ind if ind else (o.noteindent * o.nsize if not hang else 0)
            else: inn = o.nsize * 1.2 if not hang else hang
            for w, x, last, room in s.lines(ws, o.nsize, width, inn, hang):
                out.append(dict(w=w, x=x, last=last, room=room, size=o.nsize, lead=o.nlead * o.nsize, before=(o.notegap * o.nsize if k == 0 and not out else 0), note=i, justify=o.justify))
        return out
    o.supglue = r.random() < .4; o.noteindent = r.choice([0, 0, 0, 1, 1.5]); o.notegap = r.choice([0, 0, .2, .3])
    number = {i: n["number"] for i, n in enumerate(a.notes)}
    pages = {}; pagenos = 0; shift = {"v": 0}
    anns = []
    def emit(l, x0, y, linkurl=True):
        """draws a line"""
        size = l["size"]
        if "row" in l:
            for j, t in enumerate(l["row"]):
                c.setFont(s.font(""), size); c.drawString(x0 + j * cw / 4.2, y, t)
            return
        ws = l["w"]; nat = sum(s.width(w, size) for w in ws); gaps = len(ws) - 1
        space = o.space * size
        if l.get("justify") and not l["last"] and gaps > 0: space = min((l["room"] - nat) / gaps, 5 * size)
        x = x0 + l["x"]
        if l.get("center"): x = x0 + (cw - nat - gaps * space) / 2
        frags = []  # (x, y, text, font, size, url)
        for wi, w in enumerate(ws):
            for t, st, u in w:
                if st == "tab": x += float(t) * size; frags.append((x, y, "", s.font(""), size, None, "tab")); continue
                if st == "n":
                    tt = s.note_text(t); 
                    if o.restart == "page" and isinstance(t, int): tt = tt.replace(a.notes[t]["number"], number[t])
                    m = o.marker
                    sz, dy = {"bracket": (size, 0), "unicode": (size, 0), "samesize": (size * .95, size * .3)}.get(m, (size * o.supsize, size * o.suprise))
                    if m == "unicode": tt = number[t].translate(SUP) if number[t].isdigit() else number[t]
                    frags.append((x, y, tt, s.font(""), sz, None, dy)); x += W(tt, s.font(""), sz); continue
                if st == "s": frags.append((x, y, t, s.font(""), size * .62, None, size * .33)); x += W(t, s.font(""), size * .62); continue
                if st == "c":
                    for ch in t:
                        sz = size if ch.isupper() or not ch.isalpha() else size * .8
                        frags.append((x, y, ch.upper(), s.font(""), sz, None, 0)); x += W(ch.upper(), s.font(""), sz)
                    continue
                f = s.font("" if st in ("S", "u") else st)
                ww = W(t, f, size); frags.append((x, y, t, f, size, u, 0)); x += ww
            if wi < len(ws) - 1: frags.append((x, y, " ", s.font(""), size, None, "sp")); x += space
        # write
        i = 0
        spanx = None
        for fx, fy, t, f, sz, u, dy in frags:
            if u and o.annots: anns.append((u, (fx, fy - .2 * sz, fx + W(t, f, sz), fy + .8 * sz)))
        if o.emit == "line":
            # runs of one font and size, spaces through word positions
            cur = None
            to = None
            k = 0
            while k < len(frags):
                fx, fy, t, f, sz, u, dy = frags[k]
                if dy in ("sp", "tab"): k += 1; continue
                text = t; k2 = k + 1; sp = None
                while k2 < len(frags) and (frags[k2][6] == "sp" or (frags[k2][3], frags[k2][4], frags[k2][6]) == (f, sz, dy)):
                    if frags[k2][6] == "sp": text += " "
                    else: text += frags[k2][2]
                    k2 += 1
                to = c.beginText(); to.setFont(f, sz)
                n = text.rstrip().count(" ")
                if n: to.setWordSpace(space - W(" ", f, sz))
                if dy and o.marker == "rise": to.setTextOrigin(fx, fy); to.setRise(dy)
                else: to.setTextOrigin(fx, fy + (dy or 0))
                to.textOut(text if n else text)
                if dy: to.setRise(0)
                if n: to.setWordSpace(0)
                c.drawText(to); k = k2
        else:
            for k, (fx, fy, t, f, sz, u, dy) in enumerate(frags):
                if dy in ("sp", "tab"):
                    continue
                if o.emit == "wordspace" and k + 1 < len(frags) and frags[k+1][6] == "sp": t += " "
                to = c.beginText(); to.setFont(f, sz)
                if dy and o.marker == "rise": to.setTextOrigin(fx, fy); to.setRise(dy)
                else: to.setTextOrigin(fx, fy + (dy or 0))
                if o.emit == "letter":
                    xx = fx
                    for ch in t:
                        to = c.beginText(); to.setFont(f, sz)
                        to.setTextOrigin(xx, fy + (dy or 0)); to.textOut(ch); c.drawText(to); xx += W(ch, f, sz)
                else:
                    to.textOut(t)
                    if dy: to.setRise(0)
                    c.drawText(to)
        return
    def furniture(pn, first):
        n = o.pagestart + pn; odd = n % 2
        c.setFont(s.font(""), o.size - 2)
        head = {"none": "", "alt": a.author if odd else a.title[:60], "same": a.journal[:60], "long": f"{a.author}, {a.journal[:40]} {r.randint(1,1)} (2019)"}[o.heads]
        hy = PH - PH * .06
        if o.heads != "none" and not first:
            if o.folio == "topout":
                t = f"{n}   {head}" if not odd else f"{head}   {n}"
                c.drawString(ml, hy, t) if not odd else c.drawRightString(PW - mr, hy, t)
            else: c.drawCentredString(PW / 2, hy, head)
            if o.heads == "same": c.line(ml, hy - 4, PW - mr, hy - 4)
        elif o.folio == "topout" and not first: c.drawString(ml, hy, str(n))
        if o.folio == "top": c.drawRightString(PW - mr, hy, str(n))
        fy = PH * .055
        if o.folio == "bottom": c.drawCentredString(PW / 2, fy, r.choice(["{}"]).format(n))
        if o.folio == "bottomout": (c.drawRightString(PW - mr, fy, str(n)) if odd else c.drawString(ml, fy, str(n)))
        if o.footer == "doi": c.setFont(s.font(""), 7); c.drawString(ml, fy - 10, f"https://doi.org/10.1234/{a.lang}.2019.{o.pagestart}")
        if o.footer == "license": c.setFont(s.font(""), 7); c.drawString(ml, fy - 10, f"{a.journal[:30]}, 2019, 12(3), {o.pagestart}-{o.pagestart+30}. This work is licensed under a CC BY 4.0 licence.")
        if o.stamp:
            c.setFont("Helvetica", 7); c.drawCentredString(PW / 2, 14, "This content downloaded from 192.0.2.17 on Thu, 12 Jan 2017 11:21:17 UTC"); c.drawCentredString(PW / 2, 6, "All use subject to https://about.example.org/terms")
        if o.side:
            c.saveState(); c.translate(12, PH / 2); c.rotate(90); c.setFont("Helvetica", 7); c.drawString(0, 0, "Downloaded from https://academic.example.com/article/12/3 by guest on 30 May 2020"); c.restoreState()
        if o.watermark:
            c.saveState(); c.translate(PW / 3, PH / 3); c.rotate(45); c.setFont("Helvetica-Bold", 60); c.setFillGray(.9); c.drawString(0, 0, "DRAFT"); c.restoreState()
    if o.cover:
        c.setFont("Helvetica", 12); y = PH - 100
        for t in [a.title[:70], "Author(s): " + a.author, "Source: " + a.journal[:50] + ", Vol. 12, No. 3 (Jan., 1998), pp. 12-44", "Published by: The Harbour Press", "Stable URL: https://www.example.org/stable/1234567", "Accessed: 12-01-2017 11:21 UTC", "", "REFERENCES", "Linked references are available for this article:", "You may need to log in to access the linked references."]:
            c.drawString(60, y, t); y -= 18
        c.showPage()
    offset = 1 if o.cover else 0
    # pages
    carry = []; i = 0; pn = 0; end = []
    def h(ls): return sum(l["lead"] + l["before"] for l in ls)
    nw = cw if not o.across else PW - ml - mr
    if o.endnotes:
        order = list(range(len(a.notes))); mode_end = True
    else: mode_end = False
    while i < len(flow) or carry:
        furniture(pn, pn == 0)
        counted = 0
        colplan = []
        shared = []
        imprint = []
        if pn == 0 and o.imprint:
            c.setFont(s.font(""), 7)
        for col in range(o.cols):
            avail = top - bottom - (o.size * 3 if pn == 0 and o.imprint else 0)
            if o.across: avail *= .66
            body, notes = [], []
            if not o.across or col == 0:
                target = shared if o.across else notes
                while carry and h(target) + carry[0]["lead"] < (avail * .45 if o.across else avail * o.tail): target.append(carry.pop(0))
            tgt = shared if o.across else notes
            while i < len(flow):
                l = flow[i]; nl = []
                for n in l["notes"]:
                    if mode_end: continue
                    if o.restart == "page" and a.notes[n]["number"].isdigit(): counted += 1; number[n] = str(counted)
                    nl.append(notelines(n, nw))
                bodyh = h(body) + l["lead"] + (l["before"] if body else 0)
                room = avail - bodyh - (0 if o.across and False else h(notes)) - o.gap * o.size - (0)
                if o.across: room = avail * .45 - h(shared)
                need = sum(x[0]["lead"] + x[0]["before"] for x in nl)
                if bodyh > avail - 0 - (h(notes) + o.gap * o.size if notes else 0) or need > room or (nl and carry):
                    if not body and not (nl and carry): pass
                    else:
                        if o.restart == "page": counted -= len(nl)
                        break
                body.append(l); i += 1
                for x in nl:
                    pages[x[0]["note"]] = None
                    room = avail - h(body) - (h(tgt)) - o.gap * o.size
                    if o.across: room = avail * .45 - h(shared)
                    k = 0
                    take = []
                    while k < len(x) and (not carry) and h(take) + x[k]["lead"] + x[k]["before"] <= room: take.append(x[k]); k += 1
                    if not take and not carry and k == 0 and need <= room + 30: take.append(x[0]); k = 1
                    tgt += take; carry += x[k:]
            colplan.append((body, notes))
        # draw
        maxbody = 0
        def drawnotes(notes, x0, y, w):
            if not notes: return
            if o.rule: c.setLineWidth(.5); yy = y + notes[0]["size"] * .3 + 2; c.line(x0, yy, x0 + (w if o.rule == "full" else w * .3), yy)
            for l in notes:
                y -= l["before"] + l["lead"]; emit(l, x0, y)
                if pages.get(l["note"]) is None: pages[l["note"]] = pn + 1 + offset
        todo = []
        ytop = top - (o.size * 3 if pn == 0 and o.imprint == "above" else 0)
        if pn == 0 and o.imprint:
            iy = top if o.imprint == "above" else bottom - 2
            for k, t in enumerate([f"{a.journal[:50]} 12 (2019), pp. {o.pagestart}–{o.pagestart+30}", "© 2019 The authors. Received 12 May 2018, accepted 3 June 2019."]):
                c.setFont(s.font(""), 7); c.drawString(ml, iy + (8 - 8 * k), t)
        low = []
        for col, (body, notes) in enumerate(colplan):
            x0 = ml + col * (cw + gut)
            def drawbody(body=body, x0=x0):
                y = ytop
                for k, l in enumerate(body):
                    y -= l["lead"] + (l["before"] if k else 0); emit(l, x0, y)
                    if o.linenumbers: c.setFont(s.font(""), 6); c.drawRightString(ml - 10, y, str(sum(1 for q in body[:k+1])))
                low.append(y)
            foot = bottom + (o.size * 3 if pn == 0 and o.imprint == "below" else 0)
            bh = h(body) - (body[0]["before"] if body else 0)
            last = i >= len(flow) and not carry
            ny = foot + h(notes)
            if not o.flush or (last and r.random() < .3): ny = max(ny, ytop - bh - o.gap * o.size)
            def drawn(notes=notes, x0=x0, ny=ny): drawnotes(notes, x0, ny, cw)
            todo.append((drawbody, drawn))
        bodies, nts = [t[0] for t in todo], [t[1] for t in todo]
        if o.across: nts = [lambda: drawnotes(shared, ml, bottom + h(shared), PW - ml - mr)]
        seq = bodies + nts if o.order == "body" else nts + bodies if o.order == "notes" else [f for t in zip(bodies, nts + [lambda: None] * 2) for f in t]
        for f in seq: f()
        if o.annots:
            for u, rect in anns: c.linkURL(u, rect, relative=0)
        anns.clear()
        c.showPage(); pn += 1
        if pn > 200: raise Exception("endless")
    rest = []
    if mode_end:
        flow2 = [dict(w=[[("Notes" if a.lang == "en" else "Anmerkungen" if a.lang == "de" else "Notes", "b", None)]], x=0, last=True, room=cw, size=o.size*1.1, lead=o.size*1.6, before=o.size)]
        for n in range(len(a.notes)): flow2 += notelines(n, cw)
        rest += flow2
    if o.bib:
        save = flow[:]; flow.clear()
        para([("t", {"de": "Literaturverzeichnis", "fr": "Bibliographie", "it": "Bibliografia", "es": "Bibliografía", "pt": "Referências", "pl": "Bibliografia"}.get(a.lang, "References"))], o.size * 1.15, 1.3, before=1, bold=True)
        for b in a.bib: para(b, o.nsize, 1.2, hang=15, before=.2)
        rest += flow
    while rest:
        furniture(pn, False)
        for col in range(o.cols):
            y = top; x0 = ml + col * (cw + gut)
            while rest and y - rest[0]["lead"] - rest[0]["before"] >= bottom:
                l = rest.pop(0); y -= l["lead"] + l["before"]; emit(l, x0, y)
                if "note" in l and pages.get(l["note"]) is None: pages[l["note"]] = pn + 1 + offset
        if o.annots:
            for u, rect in anns: c.linkURL(u, rect, relative=0)
        anns.clear(); c.showPage(); pn += 1
    c.save()
    for i in number: a.notes[i]["number"] = number[i]
    return pages

if __name__ == "__main__":
    d, lo, hi = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]); os.makedirs(d, exist_ok=True)
    small = "--small" in sys.argv  # fonts that need not be embedded, few notes
    langs = ["de", "fr", "it", "es", "pt", "pl", "en"]
    for seed in range(lo, hi):
        o = options(seed); lang = langs[seed % 7]; r = random.Random(seed)
        if small and lang != "pl" and o.marker != "unicode": o.family, o.hyphen = r.choice(["times", "helvetica"]), "-"
        a = article(seed, lang, notes=14 if small else r.choice([15, 30, 45, 70]), long=r.choice([.05, .12, .3]), urls=r.choice([.1, .25, .5]), density=r.choice([.5, 1, 1.6]), first=o.first, star=r.random() < .15 and not o.endnotes)
        name = f"{d}/draw-{seed:03d}-{lang}-{o.marker}-{o.label}" + ("-2col" if o.cols == 2 else "") + ("-across" if o.across else "") + ("-end" if o.endnotes else "") + ("-restart" if o.restart else "") + f"-{o.size:g}-{o.nsize:g}" + ("" if o.rule else "-norule")
        pages = render(a, o, name + ".pdf")
        json.dump(dict(file=os.path.basename(name) + ".pdf", notes=gold(a, [pages.get(i) for i in range(len(a.notes))])), open(name + ".json", "w"), ensure_ascii=False, indent=1)
