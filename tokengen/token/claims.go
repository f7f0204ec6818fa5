// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// Package token is the signed fact sheet of one letter: its claims and their
// strict verification.
//
// It is a leaf (standard library only, no fmt) because it runs in the browser.
// The token is a compact JWS signed with Ed25519; see docs and TOKEN design.
package token

// Claims are the facts of one letter. Amounts are euro cents, dates are days
// since 1970-01-01 (0 = absent), Iat and Exp are Unix seconds. A zero value
// means the claim is absent: the scenes adapt and nothing is invented.
type Claims struct {
	V     int    // schema version, 1
	Iss   string // issuer
	Aud   string // audience
	Jti   string // letter id, 9 bytes base64url
	Iat   int64  // issued at, Unix s
	Exp   int64  // end of validity, Unix s
	Guide string // naspi | pension
	Name  string // given name only
	Lang  string // it | de | en
	Ch    string // qr | myinps | io | mobile
	Camp  string // campaign
	Arm   string // rollout arm

	// NASpI
	Applied  int32  // day of the application
	Start    int32  // first day of benefit
	Days     int32  // days of benefit
	Monthly  int64  // gross cents a month, at the start
	Over55   bool   // 55 or over on the day of application
	Calc     string // base | soglia | massimo
	Year     int32  // year of the legal parameters
	FirstPay int32  // day of the first payment, 0 = not known
	Income   bool   // an income was declared in the application
	Contacts string // ok | missing

	// Pension
	Fund       string // private | cpdel
	Method     string // retributivo | misto | contributivo | superstiti
	Gross      int64
	Net        int64
	Irpef      int64
	LocalTax   int64
	Deductions int64
	Arrears    int64
	Thirteenth bool
	Payer      string // bank | post
	Taxed      bool
	Linked     []string // subset of 14a|minimo|maggiorazione|superstiti
	Red        string   // send | none | unknown
	RedBy      int32

	// Dropped lists the names of claims whose value was impossible and was
	// left out; a shell may log these codes, never the values.
	Dropped []string
}
