// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package avatar

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const mouthNames = "XABCDEFGH"

// mouthsOf writes the mouths that letters ask for, before their times are
// settled: one letter each, repeated ones once.
func mouthsOf(spoken string) string {
	var b strings.Builder
	text := []rune(strings.ToLower(spoken))
	last := visemes
	for i := range text {
		if v, ok := sound(text, i); ok && v != last {
			b.WriteByte(mouthNames[v])
			last = v
		}
	}
	return b.String()
}

// TestSpelling: what Italian letters sound like, as seen on the lips.
func TestSpelling(t *testing.T) {
	tests := []struct{ word, want string }{
		{"mamma", "ADAD"},              // a double letter is one longer closing
		{"chi", "BC"},                  // h only keeps c hard
		{"che", "BC"},                  //
		{"ghiaccio", "BCDBE"},          // i after cc only softens it
		{"ci", "BC"},                   // but is said when no vowel follows
		{"ce", "BC"},                   //
		{"ciao", "BDE"},                //
		{"già", "BD"},                  //
		{"gli", "HC"},                  // one palatal sound
		{"figlio", "GCHE"},             // its i is spelling
		{"glossario", "BHEBDHCE"},      // gl before o is g and l
		{"ogni", "EBC"},                // gn
		{"scena", "BCBD"},              // sc before e
		{"scuola", "BFEHD"},            // sc before u
		{"sciopero", "BEACHE"},         //
		{"lasciare", "HDBDHC"},         //
		{"quanto", "FDBE"},             // qu is one rounding
		{"acqua", "DBFD"},              //
		{"perché", "ACHBC"},            //
		{"più", "ACF"},                 //
		{"favore", "GDGEHC"},           // f and v touch the teeth
		{"l'importo", "HCAEHBE"},       // an apostrophe joins
		{"sì, va bene.", "BCXGDACBCX"}, // stops close
	}
	for _, tt := range tests {
		if got := mouthsOf(tt.word); got != tt.want {
			t.Errorf("%s is %s, want %s", tt.word, got, tt.want)
		}
	}
}

// TestLipsTiming writes a few words with their times at 14 letters a second.
func TestLipsTiming(t *testing.T) {
	tests := []struct {
		word string
		want []Event
	}{
		{"mamma", []Event{{0, A}, {80, D}, {142, A}, {285, D}, {357, X}}},
		{"papà", []Event{{0, A}, {80, D}, {142, A}, {222, D}, {285, X}}},
		{"casa", []Event{{0, D}, {113, B}, {213, D}, {285, X}}},
	}
	for _, tt := range tests {
		got := Lips(tt.word, len([]rune(tt.word))*1000/14, nil)
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.word, diff)
		}
	}
}

// TestLipsHold: every mouth but a touch is held, and no touch is lost.
func TestLipsHold(t *testing.T) {
	for _, l := range script {
		got := Lips(l, len([]rune(l))*1000/14, nil)
		touches := 0
		for i, e := range got[:len(got)-1] {
			span := got[i+1].At - e.At
			least := minHold
			if must(e.V) {
				touches++
				least = leftover
			} else if i > 0 && must(got[i-1].V) || must(got[i+1].V) || i+2 == len(got) {
				least = leftover
			}
			if span < least {
				t.Errorf("%q: mouth %c at %d lasts %d ms", l, mouthNames[e.V], e.At, span)
			}
		}
		asked := strings.Count(mouthsOf(l), "A") + strings.Count(mouthsOf(l), "G")
		if touches != asked {
			t.Errorf("%q: lips touch %d times, want %d", l, touches, asked)
		}
		if end := got[len(got)-1]; end.V != X {
			t.Errorf("%q ends open", l)
		}
	}
}

var script = []string{
	"Ciao, Maria.",
	"Ho una buona notizia: la tua domanda di Naspi è accolta.",
	"La Naspi è un aiuto in denaro, ogni mese, per chi ha perso il lavoro.",
	"A te spetta il settantacinque per cento di quella paga.",
	"Contano tre cose: che lavoro è, quanto dura e quanto guadagni.",
	"Se vuoi, scarica il riepilogo. Puoi fermarmi e riascoltare quando vuoi.",
	"Ti spettano mille centoquarantaquattro euro e settantuno centesimi, al mese, per i figli e la famiglia.",
}
