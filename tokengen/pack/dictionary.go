// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package pack

// dictionary is transport 1's preset dictionary: what most tokens repeat, the
// commonest last. It is frozen: letters already printed depend on it, and a
// test pins its SHA-256. A better one becomes transport 2.
const dictionary = `"linked":["14a","minimo","maggiorazione","superstiti"],"red":"send","red":"none","red":"unknown","red_by":20` +
	`"irpef":"local_tax":"deductions":"arrears":"thirteenth":true,"payer":"post","payer":"bank","taxed":true,` +
	`"fund":"cpdel","fund":"private","method":"retributivo","method":"contributivo","method":"superstiti","method":"misto",` +
	`"gross":1,"net":1,"guide":"pension","lang":"en","lang":"de","ch":"mobile","ch":"io","ch":"myinps","camp":"","arm":"` +
	`"name":"Giovanni","name":"Giuseppe","name":"Francesco","name":"Alessandro","name":"Anna","name":"Giulia","name":"Maria",` +
	`"calc":"massimo","calc":"base","calc":"soglia","year":2027,"year":2025,"year":2026,"first_pay":207,"income":true,"contacts":"missing"}` +
	`{"alg":"EdDSA","kid":"demo-","typ":"JWT"}{"alg":"EdDSA","kid":"","typ":"JWT"}` + "\n" +
	`{"v":1,"iss":"https://www.inps.it","aud":"videoguida","jti":"","iat":179,"exp":1810000,"guide":"naspi","lang":"it","ch":"qr",` +
	`"name":"","applied":207,"start":207,"days":364,"monthly":1,"over55":true,"calc":"base","year":2026,"first_pay":208,"contacts":"ok"}`
