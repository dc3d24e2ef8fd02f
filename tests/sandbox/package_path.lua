-- expects: 2: There is no 'package' in scripts: a script cannot load others.
package.path = "/tmp/?.lua"
