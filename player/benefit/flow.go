// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package benefit

// flow is the graph of the script: for each place its question and, for each
// answer, the next place or a case (after "!").
var flow = [...]place{
	{"start", "naspi-inf-q-tipo", []edge{
		{"dip", "naspi-inf-o-dip", "dip"},
		{"ric", "naspi-inf-o-ric", "dip"},
		{"part", "naspi-inf-o-part", "part"},
		{"cham", "naspi-inf-o-cham", "cham"},
		{"coll", "naspi-inf-o-coll", "coll"},
		{"aut", "naspi-inf-o-aut", "aut"},
		{"occ", "naspi-inf-o-occ", "occ"},
		{"occaut", "naspi-inf-o-occaut", "occaut"},
		{"tir", "naspi-inf-o-tir", "!T1"},
		{"sport", "naspi-inf-o-sport", "sport"},
		{"estero", "naspi-inf-o-estero", "estero"},
		{"altro", "naspi-inf-o-altro", "!X1"},
	}},
	{"dip", "naspi-inf-q-durata", []edge{
		{"breve", "naspi-inf-o-6no", "dipb"},
		{"lungo", "naspi-inf-o-6si", "dipl"},
	}},
	{"dipb", "naspi-inf-q-reddito", []edge{
		{"sotto", "naspi-inf-o-sottodip", "dipbd"},
		{"sopra", "naspi-inf-o-sopradip", "!D2"},
		{"nonso", "naspi-inf-o-nonso", "!N1"},
	}},
	{"dipbd", "naspi-inf-q-datore", []edge{
		{"si", "naspi-inf-o-si", "!D3"},
		{"no", "naspi-inf-o-no", "dipba"},
	}},
	{"dipba", "naspi-inf-q-avviso", []edge{
		{"si", "naspi-inf-o-si", "!D1"},
		{"no", "naspi-inf-o-no", "!D4"},
	}},
	{"dipl", "naspi-inf-q-reddito", []edge{
		{"sotto", "naspi-inf-o-sottodip", "dipld"},
		{"sopra", "naspi-inf-o-sopradip", "!D5"},
		{"nonso", "naspi-inf-o-nonso", "!N1"},
	}},
	{"dipld", "naspi-inf-q-datore", []edge{
		{"si", "naspi-inf-o-si", "!D7"},
		{"no", "naspi-inf-o-no", "dipla"},
	}},
	{"dipla", "naspi-inf-q-avviso", []edge{
		{"si", "naspi-inf-o-si", "!D1"},
		{"no", "naspi-inf-o-no", "!D6"},
	}},
	{"part", "naspi-inf-q-reddito", []edge{
		{"sotto", "naspi-inf-o-sottodip", "parta"},
		{"sopra", "naspi-inf-o-sopradip", "!P3"},
		{"nonso", "naspi-inf-o-nonso", "!N1"},
	}},
	{"parta", "naspi-inf-q-avviso", []edge{
		{"si", "naspi-inf-o-si", "!P1"},
		{"no", "naspi-inf-o-no", "!P2"},
	}},
	{"cham", "naspi-inf-q-gia", []edge{
		{"si", "naspi-inf-o-si", "chamr"},
		{"no", "naspi-inf-o-no", "chamn"},
	}},
	{"chamn", "naspi-inf-q-durata", []edge{
		{"breve", "naspi-inf-o-6no", "chamd"},
		{"lungo", "naspi-inf-o-6si", "!I6"},
	}},
	{"chamd", "naspi-inf-q-disp", []edge{
		{"si", "naspi-inf-o-si", "!I1"},
		{"no", "naspi-inf-o-no", "!I2"},
	}},
	{"chamr", "naspi-inf-q-reddito", []edge{
		{"sotto", "naspi-inf-o-sottodip", "chama"},
		{"sopra", "naspi-inf-o-sopradip", "!I5"},
		{"nonso", "naspi-inf-o-nonso", "!N1"},
	}},
	{"chama", "naspi-inf-q-avviso", []edge{
		{"si", "naspi-inf-o-si", "!I3"},
		{"no", "naspi-inf-o-no", "!I4"},
	}},
	{"coll", "naspi-inf-q-reddito", []edge{
		{"sotto", "naspi-inf-o-sottodip", "colla"},
		{"sopra", "naspi-inf-o-sopradip", "!C3"},
		{"nonso", "naspi-inf-o-nonso", "!N1"},
	}},
	{"colla", "naspi-inf-q-avviso", []edge{
		{"si", "naspi-inf-o-si", "!C1"},
		{"no", "naspi-inf-o-no", "!C2"},
	}},
	{"aut", "naspi-inf-q-reddito", []edge{
		{"zero", "naspi-inf-o-zero", "autz"},
		{"sotto", "naspi-inf-o-sottoaut", "auta"},
		{"sopra", "naspi-inf-o-sopraaut", "!A4"},
		{"nonso", "naspi-inf-o-nonso", "!N1"},
	}},
	{"autz", "naspi-inf-q-avviso", []edge{
		{"si", "naspi-inf-o-si", "!A1"},
		{"no", "naspi-inf-o-no", "!A3"},
	}},
	{"auta", "naspi-inf-q-avviso", []edge{
		{"si", "naspi-inf-o-si", "!A2"},
		{"no", "naspi-inf-o-no", "!A3"},
	}},
	{"occ", "naspi-inf-q-reddito", []edge{
		{"sotto", "naspi-inf-o-sottoocc", "!O1"},
		{"sopra", "naspi-inf-o-sopraocc", "!O2"},
		{"nonso", "naspi-inf-o-nonso", "!N1"},
	}},
	{"occaut", "naspi-inf-q-reddito", []edge{
		{"sotto", "naspi-inf-o-sottoaut", "occaa"},
		{"sopra", "naspi-inf-o-sopraaut", "!O5"},
		{"nonso", "naspi-inf-o-nonso", "!N1"},
	}},
	{"occaa", "naspi-inf-q-avviso", []edge{
		{"si", "naspi-inf-o-si", "!O3"},
		{"no", "naspi-inf-o-no", "!O4"},
	}},
	{"sport", "naspi-inf-q-reddito", []edge{
		{"sotto", "naspi-inf-o-sottoocc", "!S1"},
		{"medio", "naspi-inf-o-mediosport", "sporta"},
		{"sopra", "naspi-inf-o-sopradip", "!S4"},
		{"nonso", "naspi-inf-o-nonso", "!N1"},
	}},
	{"sporta", "naspi-inf-q-avviso", []edge{
		{"si", "naspi-inf-o-si", "!S2"},
		{"no", "naspi-inf-o-no", "!S3"},
	}},
	{"estero", "naspi-inf-q-estero", []edge{
		{"cerco", "naspi-inf-o-cerco", "!E1"},
		{"contratto", "naspi-inf-o-contratto", "!E2"},
	}},
}
