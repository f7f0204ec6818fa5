// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package notify

import (
	"errors"
	"strings"
	"testing"
	"time"
)

func TestCheckSMS(t *testing.T) {
	tests := []struct{ text, code string }{
		{"INPS: la tua domanda di NASpI è accolta. Oppure usa il QR della lettera.", ""},
		{"NISF/INPS: Dein Antrag ist angenommen. Brief: in MyINPS.", ""},
		{strings.Repeat("à", 160), ""},
		{strings.Repeat("a", 161), "sms-length"},
		{strings.Repeat("€", 80), ""},
		{strings.Repeat("€", 81), "sms-length"},
		{"La guida è pronta 🎬", "sms-alphabet"},
		{"perché no: “ecco”", "sms-alphabet"},
		{"", "sms-empty"},
		{"Vai su https://www.inps.it", "sms-link"}, {"Vai su WWW.INPS.IT", "sms-link"}, {"Vai su inps.it.", "sms-link"},
		{"guida.inps.example/#1", "sms-link"}, {"scrivi a info@inps.example", "sms-link"}, {"bit.ly/x", "sms-link"}, {"HTTP://1.2.3.4", "sms-link"},
	}
	for _, tt := range tests {
		err := checkSMS(tt.text)
		var no Refused
		if errors.As(err, &no); no.Code != tt.code || (err == nil) != (tt.code == "") {
			t.Errorf("%.30q: %v, want %q", tt.text, err, tt.code)
		}
	}
}

func TestCheckNotice(t *testing.T) {
	good := Message{Channel: "myinps", Subject: strings.Repeat("s", 10), Text: strings.Repeat("t", 80), Push: "INPS: un avviso"}
	tests := []struct {
		change func(m *Message)
		code   string
	}{
		{func(*Message) {}, ""},
		{func(m *Message) { m.Subject = m.Subject[1:] }, "myinps-subject"},
		{func(m *Message) { m.Subject = strings.Repeat("à", 120) }, ""},
		{func(m *Message) { m.Subject = strings.Repeat("à", 121) }, "myinps-subject"},
		{func(m *Message) { m.Text = m.Text[1:] }, "myinps-text"},
		{func(m *Message) { m.Text = strings.Repeat("à", 10_001) }, "myinps-text"},
		{func(m *Message) { m.Channel, m.Link = "io", strings.Repeat("l", 9_950) }, ""},
		{func(m *Message) { m.Channel, m.Text = "io", strings.Repeat("t", 9_990) }, ""},
		{func(m *Message) { m.Channel, m.Text = "io", strings.Repeat("t", 9_993) }, "io-text"},
		{func(m *Message) { m.Channel, m.Push = "mobile", "" }, "mobile-push"},
	}
	for i, tt := range tests {
		m := good
		tt.change(&m)
		var no Refused
		if err := checkNotice(m); errors.As(err, &no) != (tt.code != "") || no.Code != tt.code {
			t.Errorf("case %d: %v, want %q", i, err, tt.code)
		}
	}
}

func TestCheckMail(t *testing.T) {
	for _, text := range []string{"Entra su www.inps.it", "https://inps.example", "scrivi a info@inps.example"} {
		if err := checkMail(Message{Subject: "s", Text: text, HTML: "h"}); err == nil {
			t.Errorf("%q may go", text)
		}
	}
	if err := checkMail(Message{Subject: "s", Text: "Chiama 803 164 o 06 164 164.", HTML: "<p>803 164</p>"}); err != nil {
		t.Error(err)
	}
}

func TestRetryAfter(t *testing.T) {
	now := time.Date(2026, 11, 24, 12, 0, 0, 0, time.UTC)
	for in, want := range map[string]time.Duration{
		"": 0, "7": 7 * time.Second, " 7 ": 7 * time.Second, "-7": 0, "7.5": 0, "99999999999": 0, "soon": 0,
		"Tue, 24 Nov 2026 12:00:30 GMT": 30 * time.Second, "Tue, 24 Nov 2026 11:00:00 GMT": 0,
	} {
		if got := retryAfter(in, now); got != want {
			t.Errorf("%q: %v, want %v", in, got, want)
		}
	}
}

// FuzzRetryAfter: no header makes a wait that is negative or without end.
func FuzzRetryAfter(f *testing.F) {
	f.Add("120")
	f.Add("Tue, 24 Nov 2026 12:00:30 GMT")
	f.Fuzz(func(t *testing.T, header string) {
		if got := retryAfter(header, time.Now()); got < 0 {
			t.Errorf("%q: %v", header, got)
		}
	})
}

// FuzzSMS: whatever may go in an SMS fits one, in its alphabet, and a phone
// finds no address in it.
func FuzzSMS(f *testing.F) {
	f.Add("INPS: la tua domanda è accolta.")
	f.Add("a.bc")
	f.Add("€€")
	f.Fuzz(func(t *testing.T, text string) {
		if checkSMS(text) != nil {
			return
		}
		lower := strings.ToLower(text)
		if len([]rune(text)) > maxSMS || strings.Contains(lower, "://") || strings.Contains(lower, "www.") {
			t.Errorf("%q may go", text)
		}
	})
}

// FuzzReadJournal: what is read are whole entries, and what follows the last
// line end never happened.
func FuzzReadJournal(f *testing.F) {
	f.Add(journalMagic + "2026-11\n5e884898da280471 try\n5e884898da280471 sent\n1f8ac10f23c5b5bc refused not-in-io\n1f8a")
	f.Add(journalMagic + "\n")
	f.Add("{}\n")
	f.Fuzz(func(t *testing.T, in string) {
		states, batch, whole, err := readJournal(strings.NewReader(in))
		if err != nil {
			return
		}
		if whole > int64(len(in)) || whole > 0 && in[whole-1] != '\n' || strings.Contains(in[whole:], "\n") {
			t.Errorf("%d of %d bytes are whole lines", whole, len(in))
		}
		again, name, _, err := readJournal(strings.NewReader(in[:whole]))
		if err != nil || name != batch || len(again) != len(states) {
			t.Errorf("%v: its whole lines read as another journal", err)
		}
	})
}

// FuzzHandedOver: a hand-over file is read up to its last whole line.
func FuzzHandedOver(f *testing.F) {
	f.Add("{\"id\":\"a\"}\n{\"id\":\"b\"}\n{\"id")
	f.Add("null\n")
	f.Fuzz(func(t *testing.T, in string) {
		ids, whole, err := handedOver(strings.NewReader(in))
		if err == nil && (int64(strings.LastIndexByte(in, '\n')+1) != whole || len(ids) > strings.Count(in, "\n")) {
			t.Errorf("%d ids in %d bytes of %d", len(ids), whole, len(in))
		}
	})
}
