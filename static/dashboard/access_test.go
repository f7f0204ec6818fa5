// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package dashboard

import (
	"net/http"
	"net/http/httptest"
	"net/netip"
	"net/url"
	"strings"
	"testing"
	"time"
)

// TestRoles: who may look cannot import, who is nobody sees nothing.
func TestRoles(t *testing.T) {
	manifest := `{"format":"videoguida-manifest/1","made_by":"batch","batch":"b","shard":"1/1","issued":"2026-11-24","rows":500,"rejected":0,"letters":500,"tokens":500,"counts":[{"camp":"2026q4","channel":"qr","guide":"naspi","tokens":500}]}`
	for _, test := range []struct {
		role         Role
		look, export int
	}{{Nobody, 401, 401}, {Viewer, 200, 403}, {Importer, 200, 303}} {
		s, _ := dashboard(t, true, as(test.role))
		for _, path := range []string{"/contatti", "/dati.csv", "/dati.json", "/metrics"} {
			if w := get(s, path); w.Code != test.look {
				t.Errorf("role %d, %s: %d", test.role, path, w.Code)
			}
		}
		if w := do(s, form("/manifesto", "manifest.json", manifest)); w.Code != test.export {
			t.Errorf("role %d imports: %d %s", test.role, w.Code, w.Body)
		}
	}
	s, _ := dashboard(t, true, as(Nobody))
	if w := get(s, "/"); w.Code != http.StatusSeeOther || w.Header().Get("Location") != "/accesso" {
		t.Errorf("nobody at /: %d", w.Code)
	}
	s, _ = dashboard(t, true, as(Importer))
	if w := do(s, form("/manifesto", "manifest.json", "{}")); w.Code != 400 || strings.Contains(w.Body.String(), "{}") {
		t.Errorf("a wrong manifest: %d %s", w.Code, w.Body)
	}
	if w := do(s, form("/contatti", "x.csv", "nonsense")); w.Code != 400 || !strings.Contains(w.Body.String(), "non è stato importato") {
		t.Errorf("wrong contacts: %d", w.Code)
	}
}

// TestToken: the printed word opens a session, a wrong one does not, too many
// wrong ones wait a minute, and leaving or half a day ends it.
func TestToken(t *testing.T) {
	at := now
	word, token := NewToken(func() time.Time { return at })
	s, _ := dashboard(t, true, token)
	enter := func(word string) *httptest.ResponseRecorder {
		r := httptest.NewRequest(http.MethodPost, "/accesso", strings.NewReader("parola="+url.QueryEscape(word)))
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		return do(s, r)
	}
	if w := enter("wrong"); w.Code != 403 || len(w.Result().Cookies()) > 0 {
		t.Errorf("a wrong word: %d", w.Code)
	}
	cookies := enter(word + " ").Result().Cookies()
	if len(cookies) != 1 || !cookies[0].HttpOnly || cookies[0].SameSite != http.SameSiteStrictMode {
		t.Fatalf("cookies %v", cookies)
	}
	with := func(r *http.Request) { r.AddCookie(cookies[0]) }
	if w := get(s, "/", with); w.Code != 200 {
		t.Errorf("with a session: %d", w.Code)
	}
	if w := get(s, "/metrics", func(r *http.Request) { r.Header.Set("Authorization", "Bearer "+word) }); w.Code != 200 {
		t.Errorf("with a bearer: %d", w.Code)
	}
	if w := get(s, "/metrics", func(r *http.Request) { r.Header.Set("Authorization", "Bearer x") }); w.Code != 401 {
		t.Errorf("with a wrong bearer: %d", w.Code)
	}
	r := httptest.NewRequest(http.MethodPost, "/uscita", nil)
	with(r)
	do(s, r)
	if w := get(s, "/contatti", with); w.Code != 401 {
		t.Errorf("after leaving: %d", w.Code)
	}
	for range maxTries {
		enter("wrong")
	}
	if w := enter(word); w.Code != 403 || !strings.Contains(w.Body.String(), "Troppi tentativi") {
		t.Errorf("after too many tries: %d", w.Code)
	}
	at = at.Add(61 * time.Second)
	if cookies = enter(word).Result().Cookies(); len(cookies) != 1 {
		t.Fatalf("a minute after too many tries: cookies %v", cookies)
	}
	for _, step := range []struct {
		on   time.Duration
		want int
	}{{sessionTime - time.Second, 200}, {2 * time.Second, 401}} {
		at = at.Add(step.on)
		if w := get(s, "/contatti", with); w.Code != step.want {
			t.Errorf("a session %v after its start: %d", at.Sub(now), w.Code)
		}
	}
}

// TestProxy: only a trusted network says who somebody is.
func TestProxy(t *testing.T) {
	p := Proxy{[]netip.Prefix{netip.MustParsePrefix("10.1.0.0/16")}}
	for _, test := range []struct {
		peer, user, role string
		want             Role
	}{
		{"10.1.2.3:5", "m.demo", "viewer", Viewer},
		{"10.1.2.3:5", "m.demo", "importer", Importer},
		{"[::ffff:10.1.2.3]:5", "m.demo", "viewer", Viewer},
		{"10.1.2.3:5", "", "importer", Nobody},
		{"10.1.2.3:5", "m.demo", "", Nobody},
		{"10.1.2.3:5", "m.demo", "admin", Nobody},
		{"192.0.2.1:5", "m.demo", "importer", Nobody},
		{"nonsense", "m.demo", "importer", Nobody},
	} {
		r := httptest.NewRequest(http.MethodGet, "/", nil)
		r.RemoteAddr = test.peer
		r.Header.Set(UserHeader, test.user)
		r.Header.Set(RoleHeader, test.role)
		if got := p.Role(r); got != test.want {
			t.Errorf("%+v: %d", test, got)
		}
	}
	r := httptest.NewRequest(http.MethodGet, "/", nil)
	r.RemoteAddr = "10.1.2.3:5"
	r.Header.Set(UserHeader, "m.demo")
	r.Header[RoleHeader] = []string{"importer", "viewer"}
	if p.Role(r) != Nobody {
		t.Error("two roles")
	}
}

// TestCrossOrigin: another page cannot post in a person's name.
func TestCrossOrigin(t *testing.T) {
	s, db := dashboard(t, true, as(Importer))
	for _, change := range []func(*http.Request){
		func(r *http.Request) { r.Header.Set("Sec-Fetch-Site", "cross-site") },
		func(r *http.Request) { r.Header.Set("Origin", "https://evil.example") },
		func(r *http.Request) { r.Header.Set("Origin", "null") },
	} {
		r := form("/contatti", "x.csv", "day,topic,channel,contacts,population_at_risk,treated\n2026-11-02,naspi,sede,1,1,1\n")
		change(r)
		if w := do(s, r); w.Code != 403 {
			t.Errorf("%v: %d", r.Header, w.Code)
		}
	}
	if rows, err := db.Contacts(t.Context()); err != nil || len(rows) > 0 {
		t.Errorf("%d rows, %v", len(rows), err)
	}
}
