// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// Package docs_test checks publiccode.yml, which describes the software to
// catalogues of public software.
package docs_test

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"
	"github.com/google/go-cmp/cmp"
	"github.com/santhosh-tekuri/jsonschema/v6"
)

// described is what the tests compare with the project.
type described struct {
	Logo        string
	Description map[string]struct {
		ShortDescription string `yaml:"shortDescription"`
		Screenshots      []string
	}
	Legal struct {
		Holder string `yaml:"mainCopyrightOwner"`
	}
	Localisation struct {
		Languages []string `yaml:"availableLanguages"`
	}
}

func read(t *testing.T, name string) []byte {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("..", filepath.FromSlash(name)))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// validate tells what the standard does not allow in a description.
func validate(t *testing.T, text []byte) error {
	t.Helper()
	rules, err := jsonschema.UnmarshalJSON(bytes.NewReader(read(t, "docs/publiccode.schema.json")))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("publiccode", rules); err != nil {
		t.Fatal(err)
	}
	asJSON, err := yaml.YAMLToJSON(text)
	if err != nil {
		return err
	}
	document, err := jsonschema.UnmarshalJSON(bytes.NewReader(asJSON))
	if err != nil {
		return err
	}
	return c.MustCompile("publiccode").Validate(document)
}

func TestPublicCode(t *testing.T) {
	if err := validate(t, read(t, "publiccode.yml")); err != nil {
		t.Error(err)
	}
}

// TestPublicCodeRefuses: what the catalogue would refuse, the schema refuses.
func TestPublicCodeRefuses(t *testing.T) {
	text := string(read(t, "publiccode.yml"))
	for _, change := range [][2]string{
		{"url: \"https://git.ente.example/videoguida.git\"", "url: videoguida"},
		{"license: EUPL-1.2", "license: free"},
		{"softwareType: standalone/web", "softwareType: site"},
		{"developmentStatus: beta", "developmentStatus: nearly"},
		{"alias:gdpr", "alias:privacy"},
		{"  type: internal", "  type: contract"},
		{"  - digital-citizenship", "  - citizens"},
		{"legal:\n", "law:\n"},
		{"  localisationReady: true", "  localisationReady: perhaps"},
		{"name: Videoguida\n", ""},
		{"    shortDescription: \"", "    shortDescription: \"" + strings.Repeat("lungo ", 30)},
		{"publiccodeYmlVersion: \"0.7\"", "publiccodeYmlVersion: \"0.2\""},
	} {
		changed := strings.Replace(text, change[0], change[1], 1)
		if changed == text {
			t.Errorf("%q is not in publiccode.yml", change[0])
		} else if validate(t, []byte(changed)) == nil {
			t.Errorf("%q is accepted instead of %q", change[1], change[0])
		}
	}
}

// TestPublicCodeIsOfThisProject: languages, holder, files and links are the
// project's.
func TestPublicCodeIsOfThisProject(t *testing.T) {
	var got described
	if err := yaml.Unmarshal(read(t, "publiccode.yml"), &got); err != nil {
		t.Fatal(err)
	}
	catalogs, err := filepath.Glob("../player/l10n/catalog/*.toml")
	if err != nil {
		t.Fatal(err)
	}
	var languages []string
	for _, c := range catalogs {
		lang := strings.TrimSuffix(filepath.Base(c), ".toml")
		languages = append(languages, lang)
		if got.Description[lang].ShortDescription == "" {
			t.Errorf("there is no description in %s", lang)
		}
	}
	slices.Sort(got.Localisation.Languages)
	if d := cmp.Diff(languages, got.Localisation.Languages); d != "" {
		t.Errorf("the guide speaks others: %s", d)
	}
	if !strings.Contains(string(read(t, "REUSE.toml")), `"`+got.Legal.Holder+`"`) {
		t.Errorf("%q holds no rights by REUSE.toml", got.Legal.Holder)
	}
	read(t, got.Logo)
	for _, d := range got.Description {
		for _, name := range d.Screenshots {
			read(t, name)
		}
	}
}

var example = regexp.MustCompile(`[/@.]([a-z0-9-]+\.)*(example|invalid|example\.(org|com|net))\b|Nome`)

// TestPublicCodeMarksItsSettings: a value that belongs to nobody is marked for
// the body that publishes, and nothing else is.
func TestPublicCodeMarksItsSettings(t *testing.T) {
	marked := 0
	for line := range strings.Lines(string(read(t, "publiccode.yml"))) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		if m := strings.Contains(line, "# SETTING"); m {
			marked++
		} else if example.MatchString(line) {
			t.Errorf("not marked as a setting: %s", line)
		}
	}
	if marked < 6 {
		t.Errorf("%d settings are marked", marked)
	}
}
