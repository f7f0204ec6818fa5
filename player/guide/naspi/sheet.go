// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package naspi

import (
	"videoguida/player/civil"
	"videoguida/player/facts"
	"videoguida/player/sheet"
	"videoguida/tokengen/token"
)

// Sheet returns what the person may keep: figures, things to do, days.
func Sheet(c token.Claims, f facts.Set, today civil.Day) sheet.Form {
	form := sheet.Form{
		File: "naspi", Title: "rie-titolo-naspi", Note: "rie-nota", Save: "naspi-btn-riepilogo",
		Answers: []sheet.Answer{
			{Kind: "importo", Figure: sheet.Figure{ID: "rie-importo", Fact: "importo"}},
			{Kind: "primo", Figure: sheet.Figure{ID: "rie-primo", Fact: "primoPagamento"}, None: "naspi-lbl-presto"},
			{Kind: "durata", Figure: sheet.Figure{ID: "naspi-cap-durata", Fact: "giorni"}},
		},
		Figures: []sheet.Figure{
			{ID: "rie-importo", Fact: "importo"}, {ID: "rie-primo", Fact: "primoPagamento"},
			{ID: "rie-inizio", Fact: "decorrenza"}, {ID: "rie-fine", Fact: "fine"}, {ID: "rie-giorni", Fact: "giorni"},
		},
		Days: days(f, today), Months: Months(c),
	}
	if f["decorrenza"].Known() {
		form.Answers[2].Note = "naspi-lbl-fine"
	}
	form.Todo, form.Next = todo(f)
	return form
}

// todo returns what is to do and the nearest of it.
func todo(f facts.Set) (ids []string, next string) {
	ids = []string{"rie-scad-lavoro"}
	next = ids[0]
	if f["siisl"].Known() && !f["siislScaduto"].Known() {
		ids = append(ids, "rie-scad-siisl")
		next = "rie-scad-siisl"
	}
	if f["redditoDichiarato"].Known() {
		ids = append(ids, "rie-scad-gennaio", "rie-scad-marzo")
	}
	return append(ids, "rie-scad-anticipo"), next
}

// days are the first payment, SIISL, 31 January, the end of the benefit and
// that of the guide.
func days(f facts.Set, today civil.Day) []sheet.Date {
	at := func(fact string) civil.Day { return civil.Day(f[fact].N) }
	out := []sheet.Date{{Kind: "primo-pagamento", Day: at("primoPagamento"), ID: "naspi-lbl-primo"}}
	if f["siisl"].Known() {
		out = append(out, sheet.Date{Kind: "siisl", Day: at("scadenzaSiisl"), ID: "rie-scad-siisl"})
	}
	if f["redditoDichiarato"].Known() {
		year, _, _ := today.YMD()
		d := civil.Date(year, 1, 31)
		if d < today {
			d = civil.Date(year+1, 1, 31)
		}
		out = append(out, sheet.Date{Kind: "reddito", Day: d, ID: "rie-scad-gennaio"})
	}
	return append(out, sheet.Date{Kind: "fine", Day: at("fine"), ID: "naspi-lbl-fine"},
		sheet.Date{Kind: "guida", Day: at("scadenzaGuida"), ID: "naspi-lbl-scade"})
}
