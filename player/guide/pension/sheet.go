// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package pension

import (
	"videoguida/player/benefit"
	"videoguida/player/civil"
	"videoguida/player/facts"
	"videoguida/player/sheet"
	"videoguida/tokengen/token"
)

// Sheet returns what the person may keep: figures, things to do, days.
func Sheet(c token.Claims, f facts.Set, today civil.Day) sheet.Form {
	return sheet.Form{
		File: "pensione", Title: "rie-titolo-pensione", Note: "leg-indicativo", Save: "ui-scarica-pdf",
		Answers: []sheet.Answer{
			{Kind: "netto", Figure: sheet.Figure{ID: "rie-netto", Fact: "netto"}},
			{Kind: "lordo", Figure: sheet.Figure{ID: "rie-lordo", Fact: "lordo"}},
			{Kind: "primo", Figure: sheet.Figure{ID: "rie-primo", Fact: "primoPagamento"}, None: "pens-lbl-presto"},
		},
		Figures: []sheet.Figure{
			{ID: "rie-lordo", Fact: "lordo"}, {ID: "pens-lbl-irpef", Fact: "irpef"},
			{ID: "pens-lbl-addizionali", Fact: "addizionali"}, {ID: "pens-lbl-detrazioni", Fact: "detrazioni"},
			{ID: "rie-netto", Fact: "netto"}, {ID: "rie-arretrati", Fact: "arretrati"},
			{ID: "rie-primo", Fact: "primoPagamento"}, {ID: "rie-inizio-pensione", Fact: "decorrenza"},
		},
		Todo: todo(f), Next: todo(f)[0], Days: days(c, f, today),
	}
}

// todo returns what is to do, the nearest first.
func todo(f facts.Set) (ids []string) {
	switch {
	case f["redScadenza"].Known():
		ids = append(ids, "rie-scad-red")
	case f["red"].S == "da-inviare":
		ids = append(ids, "pens-btn-red-qui")
	}
	if f["contatti"].S == "mancanti" {
		ids = append(ids, "pens-btn-contatti-qui")
	}
	return append(ids, "pens-obblighi-1")
}

// payments is for how many months the calendar holds the day of payment.
const payments = 12

// days are the first payment, the days on which a pension is paid in the year
// to come, RED, a reminder of the CU when it is due to be there, and the
// guide's end.
func days(c token.Claims, f facts.Set, today civil.Day) []sheet.Date {
	first := civil.Day(f["primoPagamento"].N)
	out := []sheet.Date{{Kind: "primo-pagamento", Day: first, ID: "pens-lbl-primo"}}
	for d := max(today, first+1); len(out) <= payments; d++ {
		d = benefit.NextPayDay(d, payer(c))
		out = append(out, sheet.Date{Kind: "pagamento", Day: d, ID: "pens-cal-pagamento"})
	}
	year, _, _ := today.YMD()
	cu := civil.Date(year, 3, 31)
	if cu < today {
		cu = civil.Date(year+1, 3, 31)
	}
	return append(out, sheet.Date{Kind: "red", Day: civil.Day(f["redScadenza"].N), ID: "rie-scad-red"},
		sheet.Date{Kind: "cu", Day: cu, ID: "pens-cal-cu"},
		sheet.Date{Kind: "guida", Day: civil.Day(f["scadenzaGuida"].N), ID: "pens-lbl-scade"})
}
