/** verifier.sh and verifier.ps1: the manifests checked with what a system has by itself, sentences in French, exit 0, 1 or 2. */
import { BAG } from '@/lib/domain/export-plan';
import type { Translate } from '@/lib/locales';

const { manifest, tagManifest } = BAG;

/** A text as one word of a POSIX shell. */
function shellWord(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

/** A text as a PowerShell literal: typographic quotes close it too (about_Quoting_Rules). */
function powershellWord(text: string): string {
  return `'${text.replace(/['\u2018\u2019\u201a\u201b]/g, '$&$&')}'`;
}

/** Files that desktops drop in folders, as the verifier passes over them. */
const SYSTEM_NAMES = ['.DS_Store', '._*', 'Thumbs.db', 'desktop.ini'] as const;

/** The part of verifier.sh that goes through one list. */
function shellChecks(t: Translate): string {
  return `problems=0
files=0
say() {
  problems=$((problems + 1))
  printf '%s : %s\\n' "$1" "$2"
}
check() {
  while IFS= read -r line || [ -n "$line" ]; do
    hash=\${line%%  *}
    path=\${line#*  }
    case "$path" in
      '' | /* | -* | ../* | */../* | */.. | *[!A-Za-z0-9._/-]*)
        say ${shellWord(t('export.script.bad-line'))} "$1"
        continue
        ;;
    esac
    files=$((files + 1))
    if [ -L "$path" ] || [ ! -f "$path" ]; then
      say ${shellWord(t('export.script.absent'))} "$path"
      continue
    fi
    found=$(hash_of "$path")
    [ "\${found%% *}" = "$hash" ] || say ${shellWord(t('export.script.different'))} "$path"
  done <"$1"
}
check ${tagManifest}
check ${manifest}
`;
}

/**
 * For sh with sha256sum (Linux) or shasum (macOS): no bash, no temporary file, nothing written. A name that is not one
 * of ours is refused before it is used, so a list cannot make the script read outside its folder.
 */
export function shellScript(t: Translate): string {
  const skipped = SYSTEM_NAMES.map((name) => `! -name ${shellWord(name)}`).join(' ');
  return `#!/bin/sh
# ${t('export.script.what')}
# sh verifier.sh
set -u
LC_ALL=C
export LC_ALL
cd "$(dirname "$0")" || exit 2

if command -v sha256sum >/dev/null 2>&1; then
  hash_of() { sha256sum <"$1"; }
elif command -v shasum >/dev/null 2>&1; then
  hash_of() { shasum -a 256 <"$1"; }
else
  echo ${shellWord(t('export.script.no-tool'))} >&2
  exit 2
fi
for list in ${tagManifest} ${manifest}; do
  if [ ! -f "$list" ]; then
    echo ${shellWord(t('export.script.no-list'))} "$list" >&2
    exit 2
  fi
done

${shellChecks(t)}
added=$(find . ! -type d ${skipped} | sed 's|^\\./||' |
  awk 'known { if (!($0 in list)) print; next } { list[substr($0, 67)] = 1 }' ${tagManifest} ${manifest} known=1 - |
  grep -v -x ${shellWord(tagManifest)})
if [ -n "$added" ]; then
  say ${shellWord(t('export.script.added'))} "$added"
fi

if [ "$problems" -gt 0 ]; then
  echo ${shellWord(t('export.script.changed'))}
  exit 1
fi
printf '%s %s\\n' "$files" ${shellWord(t('export.script.same'))}
echo ${shellWord(t('export.script.limits'))}
`;
}

/**
 * For Windows PowerShell 5.1 and later. The byte order mark tells 5.1 that the file is UTF-8; lines end as Windows has
 * them. Nothing is written.
 */
export function powershellScript(t: Translate): string {
  const lines = `# ${t('export.script.what')}
# powershell -ExecutionPolicy Bypass -File verifier.ps1
$ErrorActionPreference = 'Stop'
$root = $PSScriptRoot.TrimEnd('\\', '/')
$lists = '${tagManifest}', '${manifest}'
foreach ($list in $lists) {
  if (-not (Test-Path -LiteralPath (Join-Path $root $list) -PathType Leaf)) {
    Write-Output (${powershellWord(t('export.script.no-list'))} + ' ' + $list)
    exit 2
  }
}
$problems = 0
$known = @{ '${tagManifest}' = $true }
foreach ($list in $lists) {
  foreach ($line in [System.IO.File]::ReadAllLines((Join-Path $root $list))) {
    if ($line -cmatch '^([0-9a-f]{64})  ([A-Za-z0-9._][A-Za-z0-9._/-]*)$') {
      $hash = $Matches[1]
      $path = $Matches[2]
    } else {
      $path = '..'
    }
    if ($path.Split('/') -contains '..') {
      Write-Output (${powershellWord(t('export.script.bad-line'))} + ' : ' + $list)
      $problems++
      continue
    }
    $known[$path] = $true
    $full = Join-Path $root $path
    if (-not (Test-Path -LiteralPath $full -PathType Leaf)) {
      Write-Output (${powershellWord(t('export.script.absent'))} + ' : ' + $path)
      $problems++
    } elseif ((Get-FileHash -Algorithm SHA256 -LiteralPath $full).Hash -ne $hash) {
      Write-Output (${powershellWord(t('export.script.different'))} + ' : ' + $path)
      $problems++
    }
  }
}
foreach ($file in Get-ChildItem -LiteralPath $root -Recurse -File -Force) {
  $path = $file.FullName.Substring($root.Length + 1).Replace('\\', '/')
  $system = ${SYSTEM_NAMES.map((name) => `$file.Name -like '${name}'`).join(' -or ')}
  if (-not $system -and -not $known.ContainsKey($path)) {
    Write-Output (${powershellWord(t('export.script.added'))} + ' : ' + $path)
    $problems++
  }
}
if ($problems -gt 0) {
  Write-Output ${powershellWord(t('export.script.changed'))}
  exit 1
}
Write-Output ([string]($known.Count - 1) + ' ' + ${powershellWord(t('export.script.same'))})
Write-Output ${powershellWord(t('export.script.limits'))}
exit 0
`;
  return `\ufeff${lines.replaceAll('\n', '\r\n')}`;
}
