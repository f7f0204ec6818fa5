// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package sbom

import (
	"bytes"
	"encoding/json"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	cdx "github.com/CycloneDX/cyclonedx-go"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"videoguida/static/build"
)

const root = "../../.."

// rules are CycloneDX's schema, as its Go library brings it along.
func rules(t *testing.T) *jsonschema.Schema {
	t.Helper()
	cmd := exec.Command("go", "mod", "download", "-json", "github.com/CycloneDX/cyclonedx-go")
	cmd.Dir = root
	out, err := cmd.Output()
	var library struct{ Dir string }
	if err == nil {
		err = json.Unmarshal(out, &library)
	}
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	for name, file := range map[string]string{
		"bom-1.6.schema.json": "bom-1.6.schema.json", "spdx.schema.json": "spdx.schema.json", "jsf-0.82.schema.json": "jsf-0.82.schemax.json",
	} {
		text, err := os.ReadFile(filepath.Join(library.Dir, "schema", file))
		if err != nil {
			t.Fatal(err)
		}
		schema, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
		if err == nil {
			err = c.AddResource("http://cyclonedx.org/schema/"+name, schema)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	return c.MustCompile("http://cyclonedx.org/schema/bom-1.6.schema.json")
}

func valid(rules *jsonschema.Schema, text []byte) error {
	document, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		return err
	}
	return rules.Validate(document)
}

// TestWrite: each document keeps CycloneDX's schema and has a licence for each
// part, and what depends on what is in it; a second run gives the same bytes.
func TestWrite(t *testing.T) {
	if testing.Short() {
		t.Skip("lists six programs, which takes half a minute")
	}
	o := Options{Root: root, Out: t.TempDir()}
	if err := Write(o); err != nil {
		t.Fatal(err)
	}
	rules := rules(t)
	for _, name := range append([]string{"site"}, Commands...) {
		text, err := os.ReadFile(filepath.Join(o.Out, name+".cdx.json"))
		if err != nil {
			t.Fatal(err)
		}
		if err := valid(rules, text); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		whole(t, name, text)
	}
	text, _ := os.ReadFile(filepath.Join(o.Out, "site.cdx.json"))
	if valid(rules, bytes.Replace(text, []byte("OFL-1.1"), []byte("free"), 1)) == nil {
		t.Error("the schema accepts a licence that SPDX does not know")
	}
	again := Options{Root: root, Out: t.TempDir()}
	bom, err := site(again)
	if err == nil {
		err = again.write("site", bom)
	}
	second, _ := os.ReadFile(filepath.Join(again.Out, "site.cdx.json"))
	if err != nil || !bytes.Equal(text, second) {
		t.Errorf("a second run differs: %v", err)
	}
}

// whole checks that a document holds together.
func whole(t *testing.T, name string, text []byte) {
	t.Helper()
	var bom cdx.BOM
	if err := json.Unmarshal(text, &bom); err != nil {
		t.Fatal(err)
	}
	refs, names := []string{bom.Metadata.Component.BOMRef}, []string{}
	for _, c := range *bom.Components {
		refs, names = append(refs, c.BOMRef), append(names, c.Name)
		if c.Licenses == nil {
			t.Errorf("%s: %s has no licence", name, c.Name)
		}
		if c.Name == "github.com/hajimehoshi/ebiten/v2" && (c.Modified == nil || !*c.Modified) {
			t.Errorf("%s: Ebitengine is not marked as changed", name)
		}
	}
	for _, d := range *bom.Dependencies {
		if d.Dependencies != nil {
			for _, ref := range append(*d.Dependencies, d.Ref) {
				if !slices.Contains(refs, ref) {
					t.Errorf("%s: %s is no component", name, ref)
				}
			}
		}
	}
	want := map[string][]string{
		"site":       {"reader.wasm", "film.wasm", "wasm_exec.js", "github.com/hajimehoshi/ebiten/v2", "golang.org/x/image", "Titillium Web", "SVOX Pico, it-IT"},
		"videoguida": {"modernc.org/sqlite", "github.com/jackc/pgx/v5"}, "tokengen": {"github.com/golang-jwt/jwt/v5"},
		"storyboard": {"golang.org/x/image"}, "flyer": {"rsc.io/qr"},
	}[name]
	for _, n := range append(want, "std") {
		if !slices.Contains(names, n) {
			t.Errorf("%s lacks %s; it has %s", name, n, strings.Join(names, ", "))
		}
	}
	if bom.SerialNumber != "" || bom.Metadata.Timestamp != "" || bom.Metadata.Component.Licenses == nil {
		t.Errorf("%s: serial number %q, time %q, licences %v", name, bom.SerialNumber, bom.Metadata.Timestamp, bom.Metadata.Component.Licenses)
	}
}

// TestOutsideAClone: without a history the error says what to do.
func TestOutsideAClone(t *testing.T) {
	t.Setenv("GIT_CEILING_DIRECTORIES", os.TempDir())
	if err := Write(Options{Root: t.TempDir(), Out: t.TempDir()}); !errors.Is(err, ErrNoHistory) {
		t.Error(err)
	}
}

// TestFiles: the files of a built site are listed by their digests, and a
// manifest that names what is not there is an error.
func TestFiles(t *testing.T) {
	dir := t.TempDir()
	bom := &cdx.BOM{Components: &[]cdx.Component{}, Dependencies: &[]cdx.Dependency{{Ref: "site", Dependencies: &[]string{}}}}
	write := func(name, text string) {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	const published = "a.1234.js"
	manifest, err := json.Marshal(build.Manifest{Files: map[string]build.File{"a.js": {Name: published}}})
	if err != nil {
		t.Fatal(err)
	}
	write("manifest.json", string(manifest))
	if err := files(bom, dir); err == nil {
		t.Error("a file that is missing is no error")
	}
	write(published, "abc")
	if err := files(bom, dir); err != nil {
		t.Fatal(err)
	}
	c := (*bom.Components)[0]
	const abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad" // of FIPS 180-2
	if c.Name != published || (*c.Hashes)[0].Value != abc || !slices.Equal(*(*bom.Dependencies)[0].Dependencies, []string{"file:a.js"}) {
		t.Errorf("%+v, depended on by %v", c, (*bom.Dependencies)[0])
	}
}
