// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package dashboard

import (
	"math"
	"strconv"
	"strings"
	"time"
)

// words are what the values of the declared list are called.
var words = map[string]string{
	"qr": "Lettera con QR", "myinps": "MyINPS", "io": "App IO", "mobile": "INPS Mobile", "web": "Senza lettera",
	"a": "Variante A", "b": "Variante B", "c": "Variante C", "d": "Variante D",
	"naspi": "NASpI", "pension": "Pensione", "spot": "Generale",
	"it": "Italiano", "de": "Tedesco", "en": "Inglese",
	"page": "Pagina del sito", "frame": "Dentro MyINPS", "app": "Dentro un'app",
	"voice on": "Accesa", "voice off": "Spenta",
	"on": "Attivi", "off": "Spenti", "full": "Tutti i movimenti", "reduced": "Meno movimenti",
	"begun": "Iniziate", "done": "Finite", "sheet": "Scheda personale", "calendar": "Calendario", "print": "Stampa",
	"unreadable": "Codice non leggibile", "expired": "Lettera scaduta", "revoked": "Lettera revocata", "signature": "Firma non valida",
	"forged": "Link non autentico", "newer": "Versione più nuova", "clock": "Ora del telefono sbagliata",
	"webgl": "Grafica non disponibile", "film": "Film non caricato", "lost": "Grafica interrotta", "voice": "Voce mancante",
	"sound": "Suono bloccato", "save": "File non salvato", "internal": "Errore del programma",
	"chromium": "Chrome e simili", "firefox": "Firefox", "safari": "Safari", "webview": "Dentro un'app", "other": "Altro",
	"svc-naspi": "NASpI", "svc-fascicolo": "Fascicolo previdenziale", "svc-naspi-com": "NASpI-Com",
	"svc-naspi-anticipata": "NASpI anticipata", "svc-siisl": "SIISL", "svc-myinps-contatti": "Contatti in MyINPS",
	"svc-cassetta-postale": "Cassetta postale", "svc-dossier-naspi": "Dossier NASpI", "svc-cedolino": "Cedolino della pensione",
	"svc-obism": "Certificato di pensione", "svc-cu": "Certificazione Unica", "svc-detrazioni": "Detrazioni fiscali",
	"svc-cambio-conto": "Cambio del conto", "svc-red": "RED precompilato", "svc-ricostituzione": "Ricostituzione della pensione",
	"svc-consulente-pensioni": "Consulente digitale", "svc-telefono": "Telefono 803 164", "svc-telefono-mobile": "Telefono 06 164 164",
	"svc-patronato": "Patronati", "svc-myinps": "MyINPS", "svc-phishing": "Segnala phishing",
}

// scenes are the titles of the scenes by number, as the guides have them.
var scenes = map[string]string{
	"1": "Ciao!", "2": "Le tue domande", "3": "Quanto prendi ogni mese", "4": "Quando arrivano i soldi", "5": "Quanto dura",
	"6": "Se trovi un lavoro", "7": "Se ti metti in proprio", "9": "Il Centro per l'impiego", "10": "I tuoi contatti",
	"11": "I servizi per te", "12": "Dicci com'è andata",
	"21": "Buongiorno!", "22": "La tua lettera", "23": "Come nasce la tua pensione", "24": "Quanto ricevi e quando",
	"26": "Controlla ogni mese", "27": "I documenti di ogni anno", "29": "Cambiare conto", "30": "Le somme legate al reddito",
	"32": "Avvisaci se cambia qualcosa", "33": "I tuoi contatti", "34": "I servizi per te", "35": "Dicci com'è andata",
}

// few is what stands for a figure that is not published.
const few = "meno di 10"

// whole writes a published count as Italian does: 12.345.
func whole(n int64) string {
	if n == 0 {
		return few
	}
	return grouped(n)
}

func grouped(n int64) string {
	s := strconv.FormatInt(n, 10)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "." + s[i:]
	}
	return s
}

// decimal writes a number with so many decimals: 4,3.
func decimal(x float64, places int) string {
	s := strconv.FormatFloat(x, 'f', places, 64)
	whole, rest, _ := strings.Cut(s, ".")
	if places == 0 {
		return whole
	}
	return whole + "," + rest
}

// percent writes a share of published counts, which is as rough as they are:
// no decimals.
func percent(n, of int64) string {
	if n == 0 || of == 0 {
		return "–"
	}
	if 200*n < of {
		return "meno dell'1%"
	}
	return decimal(100*float64(n)/float64(of), 0) + "%"
}

// brief is percent where there is room for four characters.
func brief(n, of int64) string { return strings.Replace(percent(n, of), "meno dell'", "<", 1) }

// signed writes a relative change: −12,3%.
func signed(x float64) string {
	if math.IsNaN(x) {
		return "–"
	}
	s := decimal(math.Abs(100*x), 1) + "%"
	if x < 0 {
		return "−" + s
	}
	return "+" + s
}

var months = [...]string{"", "gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto", "settembre", "ottobre", "novembre", "dicembre"}

// date writes a day: 1° dicembre 2026.
func date(t time.Time) string {
	d := strconv.Itoa(t.Day())
	if t.Day() == 1 {
		d += "°"
	}
	return d + " " + months[t.Month()] + " " + strconv.Itoa(t.Year())
}

// short writes a day for an axis: 1/12.
func short(t time.Time) string { return strconv.Itoa(t.Day()) + "/" + strconv.Itoa(int(t.Month())) }
