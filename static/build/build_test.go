// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package build

import (
	"bytes"
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"videoguida/static/host"
)

const root = "../.."

// demoKeys is a public key of RFC 8037; its kid tries to leave its script.
const demoKeys = `{"keys":[{"kty":"OKP","crv":"Ed25519","kid":"demo-</script>","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}]}`

// parents are origins that may frame the page.
var parents = []string{"https://www.inps.it", "http://localhost:8099"}

// build makes the real site in a folder. Compressed files are kept with the
// project's other caches, so that only what changed is compressed again.
func build(dir string, quality int) (Manifest, error) {
	return Site(Options{
		Root: root, Out: dir, Cache: filepath.Join(root, ".cache", "br"), Quality: quality,
		Keys: []byte(demoKeys), Demo: true, Parents: parents, Now: time.Date(2026, 11, 24, 12, 0, 0, 0, time.UTC), Log: &bytes.Buffer{},
	})
}

// published is the site as it goes out, built once for all the tests.
var published = sync.OnceValues(func() (Manifest, error) { return build(publishedDir, 11) })

var publishedDir string

func TestMain(m *testing.M) { os.Exit(run(m)) }

func run(m *testing.M) int {
	dir, err := os.MkdirTemp("", "videoguida-")
	if err != nil {
		return 1
	}
	defer os.RemoveAll(dir)
	publishedDir = filepath.Join(dir, "site")
	return m.Run()
}

func publish(t *testing.T) Manifest {
	t.Helper()
	m, err := published()
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// read returns a file of the published site.
func read(t *testing.T, name string) string {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(publishedDir, filepath.FromSlash(name)))
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// TestEveryMentionExists: what the pages and the style sheet load is there,
// under a name that carries its digest, and nothing comes from elsewhere.
func TestEveryMentionExists(t *testing.T) {
	m := publish(t)
	mention := regexp.MustCompile(`(?:href|src)="([^"]+)"|url\("?([^")]+)"?\)`)
	hashed := regexp.MustCompile(`^/[a-z0-9/_-]+\.[0-9a-f]{10}\.[a-z0-9]+$`)
	seen := 0
	for _, name := range append([]string{"index.html", m.Files["style.css"].Name}, beside...) {
		for _, found := range mention.FindAllStringSubmatch(read(t, name), -1) {
			at, _, _ := strings.Cut(found[1]+found[2], "#")
			switch {
			case at == "", strings.HasPrefix(at, "tel:"), strings.HasPrefix(at, "mailto:"):
			case at == "/", strings.HasPrefix(at, "/?lang="):
			case strings.HasSuffix(at, ".html"):
				read(t, at)
			case !hashed.MatchString(at):
				t.Errorf("%s loads %s", name, at)
			default:
				read(t, at)
				seen++
			}
		}
	}
	if seen < 8 {
		t.Errorf("only %d mentions were found", seen)
	}
}

// TestDataSlot: the page tells the loader what it needs, in valid JSON that
// cannot end its element.
func TestDataSlot(t *testing.T) {
	m := publish(t)
	_, rest, _ := strings.Cut(read(t, "index.html"), `id="dati">`)
	text, _, _ := strings.Cut(rest, "</script>")
	var got data
	if err := json.Unmarshal([]byte(text), &got); err != nil {
		t.Fatalf("%v: %s", err, text)
	}
	want := data{
		ID: m.ID, Built: 1795521600, Demo: true, Keys: got.Keys,
		Reader: program{"/" + m.Files["reader.wasm"].Name, m.Files["reader.wasm"].Raw, m.Files["reader.wasm"].Brotli},
		Film:   program{"/" + m.Files["film.wasm"].Name, m.Files["film.wasm"].Raw, m.Files["film.wasm"].Brotli},
		Voice:  voice{"it": {}}, Parents: parents, Offline: true,
	}
	for _, pack := range []string{"naspi", "pens", "spot", "figures", "names-0", "names-1", "names-2", "names-3", "names-4", "names-5", "names-6", "names-7"} {
		f := m.Files["voice/it/"+pack+".vbk"]
		if len(read(t, f.Name)) != f.Raw || f.Raw == 0 {
			t.Errorf("pack %s: %+v", pack, f)
		}
		want.Voice["it"][pack] = "/" + f.Name
	}
	if d := cmp.Diff(want, got); d != "" || m.ID == "" {
		t.Error(d)
	}
	var keys, wantKeys any
	if err := json.Unmarshal(got.Keys, &keys); err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal([]byte(demoKeys), &wantKeys); err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(wantKeys, keys); d != "" {
		t.Error(d)
	}
}

// TestSidecars: every file but fonts, voice and what the issuer replaces lies there
// compressed, and the host can serve the whole.
func TestSidecars(t *testing.T) {
	publish(t)
	site := os.DirFS(publishedDir)
	err := fs.WalkDir(site, ".", func(name string, d fs.DirEntry, err error) error {
		ext := filepath.Ext(name)
		if err != nil || d.IsDir() || ext == ".br" || ext == ".gz" || ext == ".woff2" || ext == ".vbk" || ext == ".png" || name == "manifest.json" || name == "jwks.json" || name == "revoked.bin" {
			return err
		}
		for _, sidecar := range []string{name + ".br", name + ".gz"} {
			if _, err := fs.Stat(site, sidecar); err != nil {
				t.Error(err)
			}
		}
		return nil
	})
	if err != nil {
		t.Error(err)
	}
	if _, err := host.Load(site, host.Options{}); err != nil {
		t.Error(err)
	}
}

// TestEqualSourcesGiveEqualNames: a second build, compressed otherwise, gives
// every file the same name, so that phones keep what they have.
func TestEqualSourcesGiveEqualNames(t *testing.T) {
	first := publish(t)
	second, err := build(filepath.Join(t.TempDir(), "site"), 5)
	if err != nil {
		t.Fatal(err)
	}
	if first.ID != second.ID {
		t.Errorf("build %s, then %s", first.ID, second.ID)
	}
	for name, f := range first.Files {
		if g := second.Files[name]; g.Name != f.Name || name != "index.html" && g.Raw != f.Raw {
			t.Errorf("%s: %+v, then %+v", name, f, g)
		}
	}
}

// TestRefusedBuildLeavesTheOldSite: a build that fails neither writes nor
// removes anything.
func TestRefusedBuildLeavesTheOldSite(t *testing.T) {
	old := filepath.Join(t.TempDir(), "site")
	if err := os.Mkdir(old, 0o755); err != nil {
		t.Fatal(err)
	}
	good := Options{Root: root, Out: old, Cache: t.TempDir(), Quality: 5, Keys: []byte(demoKeys), Demo: true, Log: &bytes.Buffer{}}
	bad := map[string]func(*Options){
		"is for demonstrations": func(o *Options) { o.Demo = false },
		"public Ed25519":        func(o *Options) { o.Keys = []byte(`{"keys":[{"kid":"k1"}]}`) },
		"quality":               func(o *Options) { o.Quality = 12 },
		"exact origin":          func(o *Options) { o.Parents = []string{"https://www.inps.it/"} },
		"compiling reader":      func(o *Options) { o.Root = t.TempDir() },
	}
	for want, change := range bad {
		o := good
		change(&o)
		if _, err := Site(o); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%v, want an error about %q", err, want)
		}
	}
	left, err := os.ReadDir(filepath.Dir(old))
	if err != nil || len(left) != 1 || left[0].Name() != "site" {
		t.Errorf("left behind: %v %v", left, err)
	}
}
