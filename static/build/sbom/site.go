// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package sbom

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"maps"
	"os"
	"path/filepath"
	"slices"

	cdx "github.com/CycloneDX/cyclonedx-go"

	"videoguida/static/build"
	"videoguida/static/build/parts"
)

// site is the bill of the site: both browser programs with their modules, and
// what lies beside them.
func site(o Options) (*cdx.BOM, error) {
	all, err := build.Parts(build.Options{Root: o.Root})
	if err != nil {
		return nil, err
	}
	var bom *cdx.BOM
	for _, name := range build.Programs {
		next, err := scan(o.Root, "wasm/"+name, "GOOS=js", "GOARCH=wasm", "CGO_ENABLED=0")
		if err != nil {
			return nil, err
		}
		bom = join(bom, next, name)
	}
	if err := license(bom, append(all, programs(bom)...)); err != nil {
		return nil, err
	}
	for _, p := range all {
		if p.Path == parts.Font || p.Path == parts.Voice {
			add(bom, bom.Metadata.Component.BOMRef, beside(p))
		}
	}
	std := slices.IndexFunc(*bom.Components, func(c cdx.Component) bool { return c.Name == "std" })
	add(bom, bom.Metadata.Component.BOMRef, cdx.Component{
		BOMRef: "wasm_exec.js", Type: cdx.ComponentTypeFile, Name: "wasm_exec.js", Version: (*bom.Components)[std].Version,
		Description: "the loader of Go's programs in a browser, minified", Modified: new(true), Licenses: licences("BSD-3-Clause"),
	})
	if o.Site != "" {
		return bom, files(bom, o.Site)
	}
	return bom, nil
}

// join puts a program's bill under the site's; the first makes the site's own.
func join(bom, program *cdx.BOM, name string) *cdx.BOM {
	if bom == nil {
		main := *program.Metadata.Component
		bom = &cdx.BOM{BOMFormat: program.BOMFormat, SpecVersion: program.SpecVersion, Version: 1, Metadata: &cdx.Metadata{
			Tools: program.Metadata.Tools,
			Component: &cdx.Component{
				BOMRef: "site", Type: cdx.ComponentTypeApplication, Name: "videoguida-site", Version: main.Version,
				Description: "the public site of the video guide",
			},
		}, Components: &[]cdx.Component{}, Dependencies: &[]cdx.Dependency{{Ref: "site", Dependencies: &[]string{}}}}
	}
	c := *program.Metadata.Component
	c.Name, c.Description = name+".wasm", "a program for browsers"
	add(bom, "site", c)
	for _, c := range *program.Components {
		if !slices.ContainsFunc(*bom.Components, func(old cdx.Component) bool { return old.BOMRef == c.BOMRef }) {
			*bom.Components = append(*bom.Components, c)
		}
	}
	for _, d := range *program.Dependencies {
		at := slices.IndexFunc(*bom.Dependencies, func(old cdx.Dependency) bool { return old.Ref == d.Ref })
		if at < 0 {
			*bom.Dependencies = append(*bom.Dependencies, d)
		} else if d.Dependencies != nil {
			(*bom.Dependencies)[at] = d
		}
	}
	return bom
}

// programs are the browser programs of a bill as parts of this project.
func programs(bom *cdx.BOM) (out []parts.Part) {
	for _, c := range *bom.Components {
		if c.Type == cdx.ComponentTypeApplication {
			out = append(out, parts.Part{Path: c.Name, Licence: "EUPL-1.2"})
		}
	}
	return out
}

// add lists a component on which another depends.
func add(bom *cdx.BOM, ref string, c cdx.Component) {
	*bom.Components = append(*bom.Components, c)
	for _, d := range *bom.Dependencies {
		if d.Ref == ref {
			*d.Dependencies = append(*d.Dependencies, c.BOMRef)
		}
	}
}

// beside is a part that is no program.
func beside(p parts.Part) cdx.Component {
	c := cdx.Component{BOMRef: p.Path, Type: cdx.ComponentTypeData, Name: p.Name, Licenses: licences(p.Licence), Modified: new(p.Changed)}
	if p.Path == parts.Voice {
		c.Description = "the synthesiser of the Italian voice bank; its sounds, cut and joined, are static/site/voice/it"
		c.Pedigree = &cdx.Pedigree{Notes: "static/site/voice/it/PROVENANCE.md tells where each sound comes from and what its licence leaves open."}
	} else {
		c.Description = "the typeface of page and film, a subset"
	}
	return c
}

// files lists the files of a built site as people load them, compressed forms
// apart.
func files(bom *cdx.BOM, dir string) error {
	b, err := os.ReadFile(filepath.Join(dir, "manifest.json"))
	if err != nil {
		return err
	}
	var m build.Manifest
	if err := json.Unmarshal(b, &m); err != nil {
		return err
	}
	for _, name := range slices.Sorted(maps.Keys(m.Files)) {
		data, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(m.Files[name].Name)))
		if err != nil {
			return err
		}
		sum := sha256.Sum256(data)
		add(bom, "site", cdx.Component{
			BOMRef: "file:" + name, Type: cdx.ComponentTypeFile, Name: m.Files[name].Name,
			Hashes: &[]cdx.Hash{{Algorithm: cdx.HashAlgoSHA256, Value: hex.EncodeToString(sum[:])}},
		})
	}
	return nil
}
