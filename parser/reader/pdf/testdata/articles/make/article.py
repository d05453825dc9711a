"""Articles of made-up text with notes, for PDF files: article(seed, lang, ...) -> Article."""
import random

WORDS = {
"en": dict(f="the of and to in that for with as on by which from this was were has had not but their its between under after before when such any no more only also".split(),
 c="harbour council timber lighthouse keeper statute clause parliament commission evidence archive manuscript letter court judgment doctrine liability treaty province merchant insurance cargo ledger village bishop monastery chronicle translation interpretation constitutional administrative proportionality jurisdiction sovereignty negotiation contemporary nineteenth historiography testimony ordinance magistrate settlement well-known long-term privilege obligation compensation infrastructure transformation cultural political economic legal social municipal".split()),
"de": dict(f="der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat daß sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch man".split(),
 c="Hafen Rat Leuchtturm Verordnung Satzung Landtag Kommission Beweisaufnahme Archiv Handschrift Gericht Urteil Rechtsprechung Haftung Vertrag Provinz Kaufmann Versicherung Ladung Kloster Chronik Übersetzung Auslegung verfassungsrechtlich verwaltungsrechtlich Verhältnismäßigkeit Zuständigkeit Staatsgewalt Verhandlung zeitgenössisch Geschichtsschreibung Zeugnis Stadtrecht Entschädigung Grundrechtseingriff Gesetzgebungsverfahren Bundesverfassungsgericht wirtschaftlich kulturell politisch gesellschaftlich größer außerdem Maßnahme Straße Rechts- Umwelt-".split()),
"fr": dict(f="le la les de des du et à en un une dans que qui pour sur par au avec ne pas ce il est plus se son sa ses ont été aux cette comme mais ou leur dont entre sans sous après".split(),
 c="port conseil phare gardien ordonnance clause parlement commission preuve archives manuscrit lettre tribunal jugement doctrine responsabilité traité province marchand assurance cargaison registre village évêque monastère chronique traduction interprétation constitutionnelle administrative proportionnalité compétence souveraineté négociation contemporaine historiographie témoignage magistrat indemnisation transformation culturelle politique économique juridique sociale municipale l’État d’après qu’elle s’agit peut-être c’est-à-dire".split()),
"it": dict(f="il lo la i gli le di e a da in con su per tra un una che non si è sono del della dei delle al alla nel nella come anche più ma o loro dopo prima quale sotto".split(),
 c="porto consiglio faro custode ordinanza clausola parlamento commissione prova archivio manoscritto lettera tribunale sentenza dottrina responsabilità trattato provincia mercante assicurazione carico registro villaggio vescovo monastero cronaca traduzione interpretazione costituzionale amministrativa proporzionalità giurisdizione sovranità negoziazione contemporanea storiografia testimonianza magistrato risarcimento trasformazione culturale politica economica giuridica sociale comunale dell’ordinamento l’amministrazione nell’ambito perché così".split()),
"es": dict(f="el la los las de y a en que un una por con no se del al lo como más para su sus o pero sobre entre es fue han sin hasta desde cuando este esta también después".split(),
 c="puerto consejo faro guardián ordenanza cláusula parlamento comisión prueba archivo manuscrito carta tribunal sentencia doctrina responsabilidad tratado provincia comerciante aseguramiento cargamento registro aldea obispo monasterio crónica traducción interpretación constitucional administrativa proporcionalidad jurisdicción soberanía negociación contemporánea historiografía testimonio magistrado indemnización transformación cultural política económica jurídica social municipal jurídico-político año señor".split()),
"pt": dict(f="o a os as de e em que um uma por com não se do da dos das ao à como mais para seu sua ou mas sobre entre é foi são sem até desde quando este esta também depois".split(),
 c="porto conselho farol guardião ordenança cláusula parlamento comissão prova arquivo manuscrito carta tribunal sentença doutrina responsabilidade tratado província comerciante seguro carga registro aldeia bispo mosteiro crônica tradução interpretação constitucional administrativa proporcionalidade jurisdição soberania negociação contemporânea historiografia testemunho magistrado indenização transformação cultural política econômica jurídica social municipal coração ações".split()),
"pl": dict(f="i w na z do się nie że jest o jak po od za przez dla to był była oraz lub ale ich jego jej który która które przed pod nad między także już tylko".split(),
 c="port rada latarnia strażnik rozporządzenie klauzula parlament komisja dowód archiwum rękopis list sąd wyrok doktryna odpowiedzialność traktat prowincja kupiec ubezpieczenie ładunek księga wieś biskup klasztor kronika tłumaczenie wykładnia konstytucyjny administracyjny proporcjonalność jurysdykcja suwerenność negocjacje współczesny historiografia świadectwo urzędnik odszkodowanie przekształcenie kulturowy polityczny gospodarczy prawny społeczny miejski społeczno-gospodarczy źródło".split()),
}
NAMES = {
"en": "Ada Quill|Ivo Kernow|Martha Penhale|John Trevose|Edith Marlow|Hugh St. Clair|Rowena O’Dell",
"de": "Anna Brückner|Jörg Großmann|Ulrike Voß|Hans-Peter Kämmerer|Karl von der Mühle|Elfriede Stein|Matthias Übel",
"fr": "Hélène Garçon|Jean-Pierre L’Hermitte|Agnès Noël|Étienne Bœuf|Marie Lefèvre|Paul d’Aubigné",
"it": "Giulia Verità|Niccolò Dell’Acqua|Luca Bianchi|Maria D’Agostino|Piero Città",
"es": "José Muñoz|María Ibáñez|Íñigo Peña|Ana Gutiérrez|Raúl de la Cruz",
"pt": "João Magalhães|Inês Gonçalves|Antônio Araújo|Fátima Conceição",
"pl": "Łukasz Wiśniewski|Małgorzata Dąbrowska|Stanisław Żółkiewski|Grażyna Ćwik|Jędrzej Śliwa",
}
PLACES = {"en":"London|Cambridge|Oxford|Bristol","de":"München|Göttingen|Berlin|Köln","fr":"Paris|Genève|Orléans","it":"Milano|Bologna|Forlì","es":"Madrid|Málaga|Bogotá","pt":"Lisboa|São Paulo|Coimbra","pl":"Warszawa|Kraków|Łódź"}
IBID = {"en":["Ibid.","Ibid., {p}.","Id. at {p}."],"de":["Ebd.","Ebd., S. {p}.","Ebenda, S. {p} f."],"fr":["Ibid.","Ibid., p. {p}.","Idem, p. {p}."],"it":["Ibidem.","Ivi, p. {p}.","Ibid., pp. {p} ss."],"es":["Ibíd.","Ibídem, p. {p}.","Ibid., pp. {p} y ss."],"pt":["Ibid.","Ibidem, p. {p}.","Idem, p. {p}."],"pl":["Ibidem.","Ibidem, s. {p}.","Tamże, s. {p}."]}
PAGE = {"en":"p. {p}","de":"S. {p}","fr":"p. {p}","it":"p. {p}","es":"p. {p}","pt":"p. {p}","pl":"s. {p}"}
SEEN = {"en":"accessed {d} May {y}","de":"letzter Zugriff: {d}.05.{y}","fr":"consulté le {d} mai {y}","it":"ultimo accesso {d} maggio {y}","es":"consultado el {d} de mayo de {y}","pt":"acesso em {d} maio {y}","pl":"dostęp: {d}.05.{y}"}
LAW = {"en":["Section {a}({b}) of the Harbours Act {y}","Case C-{a}/{b} Quill v Council, para {c}","Art. {a} TFEU"],"de":["§ {a} Abs. {b} BGB","BVerfGE {a}, {c} ({c})","Art. {a} Abs. {b} Satz 1 GG"],"fr":["art. L. {a}-{b} du code des ports","Cass. civ. 1re, {b} mai {y}, n° {a}-{c}"],"it":["art. {a}, comma {b}, c.c.","Corte cost., sent. n. {a}/{y}","d.lgs. {b} luglio {y}, n. {a}"],"es":["art. {a}.{b} CE","STC {a}/{y}, de {b} de mayo, FJ {b}"],"pt":["art. {a}, § {b}º, CF","Lei n. {a}.{c}/{y}"],"pl":["art. {a} ust. {b} Konstytucji","Dz. U. z {y} r. Nr {a}, poz. {c}","wyrok TK z {b} maja {y} r., K {a}/05"]}
HEADS = {"en":["Introduction","The harbour and its council","Evidence from the ledgers","Liability and doctrine","Conclusion"],"de":["Einleitung","Der Hafen und sein Rat","Befunde aus den Büchern","Haftung und Lehre","Schluss"],"fr":["Introduction","Le port et son conseil","Ce que disent les registres","Responsabilité et doctrine","Conclusion"],"it":["Introduzione","Il porto e il consiglio","Le prove nei registri","Responsabilità e dottrina","Conclusioni"],"es":["Introducción","El puerto y su consejo","Pruebas de los registros","Responsabilidad y doctrina","Conclusión"],"pt":["Introdução","O porto e o conselho","Provas dos registros","Responsabilidade e doutrina","Conclusão"],"pl":["Wprowadzenie","Port i jego rada","Świadectwa ksiąg","Odpowiedzialność i doktryna","Zakończenie"]}

class Article:
    """paras: list of ('h', text) | ('p', items) | ('q', items) | ('ol', [items]) | ('table', [[str]], items|None)
    items: list of (kind, text) with kind in t i sc url note(text=index)
    notes: list of dict(number, paras=[items])"""

class Gen:
    def __init__(s, seed, lang):
        s.r = random.Random(f"{seed}-{lang}"); s.lang = lang; s.w = WORDS[lang]; s.cited = []
    def word(s):
        return s.r.choice(s.w["f"]) if s.r.random() < .5 else s.r.choice(s.w["c"])
    def sentence(s, n=None):
        n = n or s.r.randint(7, 22); ws = []
        for i in range(n):
            x = s.r.random()
            if x < .02: w = str(s.r.randint(1600, 1999))
            elif x < .03: w = str(s.r.randint(1, 99))
            elif x < .035: w = "X–Y" if s.r.random()<.5 else f"{s.r.randint(10,80)}–{s.r.randint(81,99)}"
            else: w = s.word()
            ws.append(w.rstrip("-") if i == n-1 else w)
        t = " ".join(ws)
        if s.r.random() < .4: k = s.r.randint(2, n-2); ws[k-1] += ","; t = " ".join(ws)
        if s.r.random() < .1:
            q = {"de":"„{}“","fr":"« {} »","pl":"„{}”","en":"“{}”"}.get(s.lang, "«{}»")
            k = s.r.randint(1, n-3); ws[k] = q.format(ws[k].rstrip(",")); t = " ".join(ws)
        return t[0].upper() + t[1:] + "."
    def title(s):
        n = s.r.randint(3, 8); t = " ".join(s.word().rstrip("-") for _ in range(n)); return t[0].upper()+t[1:]
    def url(s):
        r = s.r
        host = r.choice("www.example.org example.com archive.example.net journals.example.edu www.harbour-law.example digi.ub.example".split())
        kind = r.randint(0, 6); sl = lambda: "-".join(s.ascii(s.word()) for _ in range(r.randint(3, 7)))
        if kind == 0: return f"https://doi.org/10.{r.randint(1000,9999)}/{s.ascii(s.word())}.{r.randint(2001,2024)}.{r.randint(1,99)}"
        if kind == 1: return f"https://{host}/{r.randint(2001,2024)}/{r.randint(1,12):02d}/{sl()}/"
        if kind == 2: return f"http://{host}/{s.ascii(s.word())}/{sl()}.pdf"
        if kind == 3: return f"https://{host}/index.php?id={r.randint(100,99999)}&lang={s.lang}&view={s.ascii(s.word())}"
        if kind == 4: return f"https://{host}/{s.ascii(s.word())}_{s.ascii(s.word())}/{s.ascii(s.word())}.html#{s.ascii(s.word())}"
        if kind == 5: return f"https://{host}/~{s.ascii(s.word())}/{s.ascii(s.word())}/{r.randint(1000,99999)}"
        return f"https://{host}/"
    def ascii(s, w):
        import unicodedata
        w = unicodedata.normalize("NFKD", w.lower().replace("ł","l").replace("ß","ss").replace("æ","ae").replace("œ","oe"))
        return "".join(c for c in w if c.isalnum() and ord(c) < 128) or "x"
    def p(s): return str(s.r.randint(2, 480))
    def law(s):
        return s.r.choice(LAW[s.lang]).format(a=s.r.randint(2,400), b=s.r.randint(2,28), c=s.r.randint(1000,4000), y=s.r.randint(1950,2023))
    def cite(s, url=False):
        r = s.r; name = r.choice(NAMES[s.lang].split("|")); t = s.title(); y = r.randint(1890, 2023); pg = PAGE[s.lang].format(p=s.p())
        place = r.choice(PLACES[s.lang].split("|"))
        s.cited.append((name.split()[-1], t, y))
        nm = ("sc" if r.random() < .2 else "t", name)
        k = r.randint(0, 3)
        if k == 0: items = [nm, ("t", ", "), ("i", t), ("t", f", {place}, {y}, {pg}")]
        elif k == 1: items = [nm, ("t", f", “{t}”, "), ("i", s.title()), ("t", f", {r.randint(2,90)} ({y}), {pg}")]
        elif k == 2: items = [nm, ("t", ": "), ("i", t), ("t", f" ({place}: {s.word().title().rstrip('-')}, {y}), {pg}")]
        else: items = [("t", s.law())]
        if url:
            u = s.url(); seen = SEEN[s.lang].format(d=r.randint(2,28), y=r.randint(2010,2024))
            f = r.randint(0, 4)
            if f == 0: items += [("t", ", "), ("url", u), ("t", f" ({seen})")]
            elif f == 1: items += [("t", ", <"), ("url", u), ("t", f">, {seen}")]
            elif f == 2: items += [("t", ", "), ("url", u)]
            elif f == 3: items += [("t", ", URL: "), ("url", u), ("t", f" [{seen}]")]
            else: items += [("t", ", online: "), ("url", u), ("t", f", {seen}")]
        return items
    def note(s, long=.12, urls=.22):
        r = s.r
        if s.cited and r.random() < .22: return [[("t", r.choice(IBID[s.lang]).format(p=s.p()))]]
        if s.cited and r.random() < .15:
            a, t, y = r.choice(s.cited[-6:]); return [[("t", f"{a}, "), ("i", " ".join(t.split()[:3])), ("t", f", {PAGE[s.lang].format(p=s.p())}.")]]
        items = []
        for k in range(r.choice([1,1,1,2,2,3])):
            if k: items.append(("t", "; "))
            items += s.cite(r.random() < urls)
        items.append(("t", "."))
        paras = [items]
        if r.random() < long:
            for _ in range(r.randint(2, 9)): paras[-1].append(("t", " " + s.sentence()))
            if r.random() < .4:
                paras.append([("t", s.sentence() + " " + s.sentence())])
        elif r.random() < .3: items.append(("t", " " + s.sentence()))
        return paras

def article(seed, lang, notes=40, long=.12, urls=.22, density=1.0, first=1, star=False, quotes=True, lists=True, table=True, refs_in_title=False):
    g = Gen(seed, lang); r = g.r; a = Article(); a.lang = lang; a.seed = seed
    a.title = g.title(); a.author = r.choice(NAMES[lang].split("|")); a.notes = []; a.paras = []; a.journal = g.title()
    number = first
    if star:
        a.notes.append(dict(number="*", paras=[[("t", g.sentence())]])); a.star = True
    else: a.star = False
    heads = HEADS[lang]; made = 0; sect = 0
    per = max(1, notes // len(heads))
    for h, head in enumerate(heads):
        a.paras.append(("h", f"{h+1}. {head}" if seed % 2 else head))
        goal = notes if h == len(heads)-1 else made + per
        while made < goal:
            items = []; n = r.randint(3, 8)
            for k in range(n):
                sent = g.sentence()
                if items: sent = " " + sent
                if made < goal and r.random() < .45 * density:
                    # marker: before or after the full stop, or inside the sentence
                    x = r.random()
                    if x < .7: items.append(("t", sent)); tail = ""
                    elif x < .85: items.append(("t", sent[:-1])); tail = "."
                    else:
                        ws = sent.split(" "); k2 = max(2, len(ws)//2); items.append(("t", " ".join(ws[:k2]).rstrip(",") )); tail = " " + " ".join(ws[k2:])
                    a.notes.append(dict(number=str(number), paras=g.note(long, urls))); items.append(("note", len(a.notes)-1)); number += 1; made += 1
                    if tail: items.append(("t", tail))
                else: items.append(("t", sent))
                if r.random() < .08: items.append(("i", " " + g.word()))
            a.paras.append(("p", items))
            x = r.random()
            if quotes and x < .12: a.paras.append(("q", [("t", " ".join(g.sentence() for _ in range(r.randint(2,4))))]))
            elif lists and x < .18: a.paras.append(("ol", [[("t", g.sentence())] for _ in range(r.randint(2,5))]))
            elif table and x < .21: a.paras.append(("table", [[g.word().rstrip("-") if j == 0 else str(r.randint(1,999)) for j in range(4)] for i in range(r.randint(3,6))], g.title()))
    a.bib = []
    for _ in range(r.randint(8, 20)):
        it = g.cite(r.random() < .3); it.append(("t", ".")); a.bib.append(it)
    return a

def plain(items): return "".join(t for k, t in items if k != "note")

def gold(a, pages=None):
    return [dict(number=n["number"], text=" ".join(plain(p) for p in n["paras"]), urls=[t for p in n["paras"] for k, t in p if k == "url"], **({"page": pages[i]} if pages else {})) for i, n in enumerate(a.notes)]
