// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package batch

import (
	"crypto/rand"
	"crypto/rsa"
	mrand "math/rand/v2"
	"testing"

	"github.com/golang-jwt/jwt/v5"

	"videoguida/tokengen/demo"
	"videoguida/tokengen/pack"
	"videoguida/tokengen/proof"
	"videoguida/tokengen/qr"
	"videoguida/tokengen/token"
)

// naive returns the link that a first attempt makes: RS256, long names, texts
// instead of numbers.
func naive(t testing.TB, c token.Claims, key *rsa.PrivateKey) string {
	t.Helper()
	j := jwt.NewWithClaims(jwt.SigningMethodRS256, jwt.MapClaims{
		"issuer": "https://www.inps.it", "audience": "https://www.inps.it/videoguida", "identifier": "3f0c6f0a-52a7-4f0e-9a55-6f8f4f1f7a10",
		"issued_at": "2026-11-24T00:00:00Z", "expires_at": "2027-05-24T00:00:00Z", "guide_type": "pensione", "beneficiary_first_name": c.Name,
		"preferred_language": c.Lang, "channel": "letter_qr_code", "campaign": "pensioni-novembre-2026", "pension_fund": "gestione-privata",
		"calculation_method": c.Method, "pension_start_date": "2026-11-01", "gross_monthly_amount": "1500.00", "net_monthly_amount": "1250.93",
		"irpef_withholding": "234.07", "local_surtaxes": "15.00", "tax_deductions": "65.12", "arrears_amount": "3000.00",
		"thirteenth_month_payment": true, "first_payment_date": "2026-12-01", "payment_method": "bank_transfer", "is_taxed": true,
		"income_linked_benefits": c.Linked, "red_declaration_status": "to_be_sent", "red_declaration_deadline": "2027-02-28",
		"contact_details_status": "complete",
	})
	j.Header["kid"] = "videoguida-signing-key-2026-11"
	s, err := j.SignedString(key)
	if err != nil {
		t.Fatal(err)
	}
	return "https://guida.example/?token=" + s
}

// worn are the ways in which letters reach a kitchen table.
var worn = []struct {
	name string
	wear proof.Wear
}{
	{"fresh", proof.Wear{DPI: 300, Ink: 20, Paper: 240, Camera: 8, Noise: 3}},
	{"preflight", proof.Letter},
	{"blurred", proof.Wear{DPI: 300, Ink: 40, Paper: 220, Camera: 8, Noise: 4, Blur: 0.22}},
	{"pale", proof.Wear{DPI: 300, Ink: 110, Paper: 180, Camera: 8, Noise: 4, Blur: 0.12}},
	{"tilted", proof.Wear{DPI: 300, Ink: 40, Paper: 220, Camera: 8, Noise: 4, Blur: 0.12, Tilt: 25}},
	{"stained", proof.Wear{DPI: 300, Ink: 40, Paper: 220, Camera: 8, Noise: 4, Blur: 0.12, Stain: 6}},
	{"150 dpi", proof.Wear{DPI: 150, Ink: 40, Paper: 220, Camera: 8, Noise: 4, Blur: 0.12}},
	{"far away", proof.Wear{DPI: 300, Ink: 40, Paper: 220, Camera: 4, Noise: 4, Blur: 0.12}},
}

// TestDegraded: worn codes of letters are read where those of a naive token,
// printed in the same place, are not.
func TestDegraded(t *testing.T) {
	n := sample(4, 200)
	rsaKey, err := rsa.GenerateKey(rand.Reader, 2048)
	if err != nil {
		t.Fatal(err)
	}
	var d qr.Drawer
	var p pack.Packer
	ours, theirs := 0, 0
	for _, w := range worn {
		r := mrand.New(mrand.NewPCG(8, 8))
		good, naively, version := 0, 0, 0
		for range n {
			s := link(t, r, "pension", &p)
			c, err := d.Draw(s, Least("pension"))
			if err != nil {
				t.Fatal(err)
			}
			if w.wear.Try(c, s) {
				good++
			}
			s = naive(t, demo.Random(r, "pension", 20781), rsaKey)
			if c, err = d.DrawAny(s); err != nil {
				t.Fatal(err)
			}
			if w.wear.TryIn(c, s, qr.ReserveMM/float64(c.Outer())) {
				naively++
			}
			version = c.Version
		}
		t.Logf("%-10s %3d %% of letters' codes are read, %3d %% of the naive token's (version %d in the same place)", w.name, good*100/n, naively*100/n, version)
		ours, theirs = ours+good, theirs+naively
	}
	all := n * len(worn)
	t.Logf("all        %3d %%, naive %3d %%", ours*100/all, theirs*100/all)
	if ours*100 < all*90 || theirs*2 > ours {
		t.Errorf("%d of %d are read, %d naive ones", ours, all, theirs)
	}
}
