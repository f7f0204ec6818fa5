// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package player_test

import (
	"bytes"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

const root = ".."

// sources parses every Go file of the project, whatever it is built for.
func sources(t *testing.T, visit func(name string, text []byte, f *ast.File, files *token.FileSet)) {
	t.Helper()
	files := token.NewFileSet()
	err := filepath.WalkDir(root, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			if err == nil && name != root && (strings.HasPrefix(d.Name(), ".") || d.Name() == "node_modules" || d.Name() == "build" && filepath.Dir(name) == root) {
				return fs.SkipDir
			}
			return err
		}
		if filepath.Ext(name) != ".go" {
			return nil
		}
		text, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		f, err := parser.ParseFile(files, name, text, parser.ParseComments)
		if err != nil {
			return err
		}
		visit(filepath.ToSlash(strings.TrimPrefix(name, root+string(filepath.Separator))), text, f, files)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func generated(name string) bool { return strings.HasSuffix(name, "_gen.go") }

func isTest(name string) bool { return strings.HasSuffix(name, "_test.go") }

// TestPackagesExplainThemselves: each package has a comment that says more than
// its name, and each a name that says something.
func TestPackagesExplainThemselves(t *testing.T) {
	vague := map[string]bool{"util": true, "utils": true, "common": true, "helper": true, "helpers": true, "models": true, "misc": true}
	docs := map[string]string{}
	sources(t, func(name string, _ []byte, f *ast.File, _ *token.FileSet) {
		if isTest(name) {
			return
		}
		docs[path.Dir(name)] += f.Doc.Text()
		if vague[f.Name.Name] {
			t.Errorf("%s: package %s is named after nothing", name, f.Name.Name)
		}
	})
	for dir, doc := range docs {
		if len(strings.Fields(doc)) < 6 {
			t.Errorf("package %s is not explained: %q", dir, doc)
		}
	}
	if len(docs) < 20 {
		t.Errorf("only %d packages were found", len(docs))
	}
}

// TestExportedNamesExplainThemselves: each exported name has a comment of its
// own or its group's, a method at least when its type is exported.
func TestExportedNamesExplainThemselves(t *testing.T) {
	sources(t, func(name string, _ []byte, f *ast.File, files *token.FileSet) {
		if isTest(name) || generated(name) {
			return
		}
		complain := func(id *ast.Ident) {
			if id.IsExported() {
				t.Errorf("%s: %s has no comment", files.Position(id.Pos()), id.Name)
			}
		}
		for _, d := range f.Decls {
			switch d := d.(type) {
			case *ast.FuncDecl:
				if d.Doc == nil && (d.Recv == nil || ast.IsExported(receiver(d))) {
					complain(d.Name)
				}
			case *ast.GenDecl:
				for _, id := range silent(d) {
					complain(id)
				}
			}
		}
	})
}

// receiver is the name of a method's type.
func receiver(d *ast.FuncDecl) string {
	e := d.Recv.List[0].Type
	if s, ok := e.(*ast.StarExpr); ok {
		e = s.X
	}
	id, _ := e.(*ast.Ident)
	if id == nil {
		return ""
	}
	return id.Name
}

// silent returns the names of a declaration that nothing explains.
func silent(d *ast.GenDecl) (names []*ast.Ident) {
	if d.Doc != nil && d.Lparen.IsValid() {
		return nil // a group explained as one
	}
	for _, s := range d.Specs {
		switch s := s.(type) {
		case *ast.TypeSpec:
			if d.Doc == nil && s.Doc == nil {
				names = append(names, s.Name)
			}
		case *ast.ValueSpec:
			if d.Doc == nil && s.Doc == nil && s.Comment == nil {
				names = append(names, s.Names...)
			}
		}
	}
	return names
}

const maxLines = 400

func TestFilesAreShort(t *testing.T) {
	sources(t, func(name string, text []byte, _ *ast.File, _ *token.FileSet) {
		if n := bytes.Count(text, []byte("\n")); n > maxLines && !generated(name) {
			t.Errorf("%s has %d lines, at most %d", name, n, maxLines)
		}
	})
}

// TestFunctionsAreShort: of every ten functions, nine lie within 35 lines.
func TestFunctionsAreShort(t *testing.T) {
	all, long := 0, 0
	sources(t, func(name string, _ []byte, f *ast.File, files *token.FileSet) {
		for _, d := range f.Decls {
			if fn, ok := d.(*ast.FuncDecl); ok && !isTest(name) && !generated(name) {
				all++
				if files.Position(fn.End()).Line-files.Position(fn.Pos()).Line >= 35 {
					long++
				}
			}
		}
	})
	if all < 300 || long*10 > all {
		t.Errorf("%d of %d functions are longer than 35 lines", long, all)
	}
}

// TestNothingRegistersItself: a package does nothing when it is merely imported.
func TestNothingRegistersItself(t *testing.T) {
	sources(t, func(name string, _ []byte, f *ast.File, files *token.FileSet) {
		for _, d := range f.Decls {
			if fn, ok := d.(*ast.FuncDecl); ok && fn.Name.Name == "init" && fn.Recv == nil {
				t.Errorf("%s: an init function", files.Position(fn.Pos()))
			}
		}
	})
}

// committed lists the files that are, or are about to be, under version
// control.
func committed(t *testing.T) []string {
	t.Helper()
	cmd := exec.Command("git", "ls-files", "--cached", "--others", "--exclude-standard")
	cmd.Dir = root
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("git ls-files: %v", err)
	}
	return strings.Fields(string(out))
}

var privateKey = regexp.MustCompile(`-----BEGIN [A-Z ]*PRIVATE KEY-----\s+[A-Za-z0-9+/]{20}|"d"\s*:\s*"[A-Za-z0-9_-]{43}"`)

// rfcKey is the example key that RFC 8037 prints: everybody has it.
const rfcKey = "nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A"

func TestNoPrivateKeyIsCommitted(t *testing.T) {
	names := committed(t)
	for _, name := range names {
		if ext := path.Ext(name); ext == ".pem" || ext == ".key" || ext == ".p12" {
			t.Errorf("%s looks like a key", name)
		}
		text, err := os.ReadFile(filepath.Join(root, name))
		if err != nil {
			continue // deleted, and not committed yet
		}
		if m := privateKey.Find(text); m != nil && !bytes.Contains(m, []byte(rfcKey)) {
			t.Errorf("%s holds a private key", name)
		}
	}
	if len(names) < 100 {
		t.Errorf("only %d files were looked at", len(names))
	}
}

// person matches what only a real letter would hold: an Italian tax code or
// bank account.
var person = regexp.MustCompile(`\b[A-Z]{6}\d{2}[A-EHLMPR-T]\d{2}[A-Z]\d{3}[A-Z]\b|\bIT\d{2}[A-Z]\d{22}\b`)

// inventedNames are the given names that fixtures may use; none of them comes
// with a surname.
var inventedNames = map[string]bool{
	"Maria": true, "Giovanni": true, "Sara": true, "Luca": true, "Nadia": true, "Pietro": true, "Elena": true, "Omar": true,
	"Chiara": true, "Andrea": true, "Greta": true, "Amina": true, "Eva": true, "Qualcuno": true, "Mara": true, "Marìa": true, "Ermenegilda": true,
}

var given = regexp.MustCompile(`(?:"name"\s*:\s*\[?\s*"|\bName:\s*"|\bName\b[\w\s.,]*\s=\s")([^"]*)"`)

var markup = regexp.MustCompile(`<[^>]*>`)

// TestFixturesAreInvented: no test, demo letter or script names a person.
func TestFixturesAreInvented(t *testing.T) {
	seen := 0
	for _, name := range committed(t) {
		text, err := os.ReadFile(filepath.Join(root, name))
		if err != nil || path.Ext(name) == ".ttf" || path.Ext(name) == ".woff2" {
			continue
		}
		if m := person.Find(text); m != nil {
			t.Errorf("%s holds %s", name, m)
		}
		if !isTest(name) && path.Ext(name) != ".txtar" && !strings.HasPrefix(name, "tokengen/demo/") {
			continue
		}
		for _, m := range given.FindAllSubmatch(text, -1) {
			seen++
			n := markup.ReplaceAllString(string(m[1]), "")
			if plain, err := strconv.Unquote(`"` + n + `"`); err == nil {
				n = plain
			}
			if n != "" && !inventedNames[n] {
				t.Errorf("%s: a letter for %q, who is not among the invented names", name, n)
			}
		}
	}
	if seen < 10 {
		t.Errorf("only %d names were found", seen)
	}
}

var namedTest = regexp.MustCompile("`([a-z0-9/]+): (Test[A-Za-z]+)`")

// TestDocumentsNameRealTests: a test that a document relies on exists, where it
// says.
func TestDocumentsNameRealTests(t *testing.T) {
	written := map[string]bool{}
	sources(t, func(name string, _ []byte, f *ast.File, _ *token.FileSet) {
		for _, d := range f.Decls {
			if fn, ok := d.(*ast.FuncDecl); ok && isTest(name) && fn.Recv == nil {
				written[path.Dir(name)+": "+fn.Name.Name] = true
			}
		}
	})
	named := 0
	for _, name := range committed(t) {
		if path.Ext(name) != ".md" {
			continue
		}
		text, err := os.ReadFile(filepath.Join(root, name))
		if err != nil {
			continue // deleted, and not committed yet
		}
		for _, m := range namedTest.FindAllSubmatch(text, -1) {
			named++
			if test := string(m[1]) + ": " + string(m[2]); !written[test] {
				t.Errorf("%s names %s, which nobody wrote", name, test)
			}
		}
	}
	if named < 10 {
		t.Errorf("only %d tests are named", named)
	}
}
