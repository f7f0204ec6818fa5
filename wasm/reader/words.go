// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

//go:build js

package main

// word returns one of the few words that only this program needs, in the
// page's language.
func (r *reader) word(id string) string {
	it, de, en := own(id)
	switch r.words.Lang() {
	case "de":
		return de
	case "en":
		return en
	}
	return it
}

func own(id string) (it, de, en string) {
	switch id {
	case "calendario":
		return "Scarica il calendario delle scadenze", "Kalender mit deinen Fristen speichern", "Save the calendar of your deadlines"
	case "scadenza":
		return "La prossima cosa da fare", "Das ist als Nächstes zu tun", "The next thing to do"
	case "ritirata":
		return "INPS ha ritirato questa guida: non vale più. I tuoi dati e i servizi restano in MyINPS.",
			"Das NISF hat diesen Guide zurückgezogen: Er gilt nicht mehr. Deine Daten und die Dienste findest du in MyINPS.",
			"INPS has withdrawn this guide: it is no longer valid. Your data and services are in MyINPS."
	case "giorni":
		return "giorni", "Tage", "days"
	case "accolta-pension":
		return "la tua domanda di pensione è accolta", "dein Rentenantrag ist angenommen", "your pension application is accepted"
	case "accolta-naspi":
		return "la tua domanda di NASpI è accolta", "dein Antrag auf NASpI ist angenommen", "your NASpI application is accepted"
	case "non-conto":
		return "Questa visita non viene contata.", "Dieser Besuch wird nicht mitgezählt.", "This visit is not counted."
	case "addio":
		return "Fatto: abbiamo cancellato tutto", "Fertig: Alles ist gelöscht", "Done: everything is erased"
	case "addio-x":
		return "Su questa pagina non c'è più nessun tuo dato. Ora puoi chiuderla.",
			"Auf dieser Seite sind keine Daten mehr von dir. Du kannst sie jetzt schließen.",
			"There are no data of yours on this page any more. You can close it now."
	}
	return id, id, id
}
