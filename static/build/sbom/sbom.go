// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// Package sbom writes bills of materials: for each command and for the site, a
// CycloneDX document that lists what it is made of, with version, digest and
// licence, so that an institution can ask "do we run the library in which a flaw
// was found?" without reading the source.
//
// CycloneDX's own tool finds the Go modules; it is run by version, so that
// it is no part of the project. What no Go tool can see — the typeface, the voice,
// the loader of the programs, and that Ebitengine is changed — comes from package
// parts. Equal sources give equal documents: they hold no time and no random number.
package sbom

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"

	cdx "github.com/CycloneDX/cyclonedx-go"

	"videoguida/static/build/parts"
)

// tool is CycloneDX's for Go modules.
const tool = "github.com/CycloneDX/cyclonedx-gomod/cmd/cyclonedx-gomod@v1.10.0"

// Commands are the programs that the institute runs, by the names of their
// folders in cmd. Their bills are those of programs for Linux on amd64.
var Commands = []string{"videoguida", "tokengen", "storyboard", "flyer"}

// Options say what to list.
type Options struct {
	Root string            // the project's folder
	Out  string            // the folder to write, made if missing
	Site string            // a built site whose files are listed with their digests, or nothing
	Say  func(name string) // told of each document when it is written
}

// ErrNoHistory means that nothing tells which version the sources are of.
var ErrNoHistory = errors.New("sbom: a bill of materials names the version of the sources, which git knows: write it in a clone of the repository")

// Write writes NAME.cdx.json for each command, and site.cdx.json. Outside a
// clone it fails with ErrNoHistory.
func Write(o Options) error {
	if err := exec.Command("git", "-C", o.Root, "rev-parse", "--verify", "--quiet", "HEAD").Run(); err != nil {
		return ErrNoHistory
	}
	if err := os.MkdirAll(o.Out, 0o755); err != nil {
		return err
	}
	for _, name := range Commands {
		bom, err := command(o.Root, name)
		if err == nil {
			err = o.write(name, bom)
		}
		if err != nil {
			return fmt.Errorf("sbom: %s: %w", name, err)
		}
	}
	bom, err := site(o)
	if err == nil {
		err = o.write("site", bom)
	}
	if err != nil {
		return fmt.Errorf("sbom: site: %w", err)
	}
	return nil
}

func (o Options) write(name string, bom *cdx.BOM) error {
	var b bytes.Buffer
	encoder := cdx.NewBOMEncoder(&b, cdx.BOMFileFormatJSON).SetPretty(true).SetEscapeHTML(false)
	if err := encoder.EncodeVersion(bom, cdx.SpecVersion1_6); err != nil {
		return err
	}
	path := filepath.Join(o.Out, name+".cdx.json")
	if err := os.WriteFile(path, b.Bytes(), 0o644); err != nil {
		return err
	}
	if o.Say != nil {
		o.Say(path)
	}
	return nil
}

// command is the bill of a command.
func command(root, name string) (*cdx.BOM, error) {
	modules, err := parts.Modules(root, parts.Program{Dir: "./cmd/" + name, Host: true})
	if err != nil {
		return nil, err
	}
	bom, err := scan(root, "cmd/"+name, "GOOS=linux", "GOARCH=amd64", "CGO_ENABLED=0")
	if err != nil {
		return nil, err
	}
	bom.Metadata.Component.Name = name
	return bom, license(bom, modules)
}

// scan lets the tool list the modules of a program of this project.
func scan(root, program string, env ...string) (*cdx.BOM, error) {
	bin, err := install(root)
	if err != nil {
		return nil, err
	}
	cmd := exec.Command(bin, "app", "-json", "-std", "-noserial", "-main", program, ".")
	cmd.Dir = root
	cmd.Env = append(os.Environ(), env...)
	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	if err := cmd.Run(); err != nil {
		return nil, fmt.Errorf("%w\n%s", err, stderr.String())
	}
	bom := new(cdx.BOM)
	if err := cdx.NewBOMDecoder(&stdout, cdx.BOMFileFormatJSON).Decode(bom); err != nil {
		return nil, err
	}
	if bom.Metadata == nil || bom.Metadata.Component == nil || bom.Components == nil || bom.Dependencies == nil {
		return nil, errors.New("the tool lists nothing")
	}
	settle(bom)
	return bom, nil
}

// install builds the tool, which go keeps, for this machine, whatever machine is
// asked about.
func install(root string) (string, error) {
	dir, err := filepath.Abs(filepath.Join(root, ".cache", "bin"))
	if err != nil {
		return "", err
	}
	cmd := exec.Command("go", "install", tool)
	cmd.Env = append(os.Environ(), "GOBIN="+dir, "GOFLAGS=")
	if out, err := cmd.CombinedOutput(); err != nil {
		return "", fmt.Errorf("installing %s: %w\n%s", tool, err, out)
	}
	return filepath.Join(dir, "cyclonedx-gomod"), nil
}

// settle takes out what changes from one run or machine to the next.
func settle(bom *cdx.BOM) {
	bom.SerialNumber, bom.Metadata.Timestamp = "", ""
	if tools := bom.Metadata.Tools; tools != nil && tools.Tools != nil {
		for i := range *tools.Tools {
			(*tools.Tools)[i].Hashes = nil
		}
	}
}

// license writes the licences of a bill's parts: the project's, Go's and the
// modules'.
func license(bom *cdx.BOM, modules []parts.Part) error {
	bom.Metadata.Component.Licenses = licences("EUPL-1.2")
	bom.Metadata.Component.Evidence = nil
	for i := range *bom.Components {
		c := &(*bom.Components)[i]
		if c.Name == "std" {
			c.Licenses = licences("BSD-3-Clause")
			continue
		}
		at := slices.IndexFunc(modules, func(p parts.Part) bool { return p.Path == c.Name })
		if at < 0 {
			return fmt.Errorf("%s is not among the modules that are linked", c.Name)
		}
		c.Licenses = licences(modules[at].Licence)
		if modules[at].Changed {
			c.Modified = new(true)
			c.Pedigree = &cdx.Pedigree{Notes: "Built from a copy without what no browser needs; static/build/trim/edits.go lists every change."}
		}
	}
	return nil
}

func licences(id string) *cdx.Licenses {
	return &cdx.Licenses{{License: &cdx.License{ID: id}}}
}
