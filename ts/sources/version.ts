/** Upstream's part of a Debian version: without epoch and revision (`1:3.0.9-1` gives `3.0.9`). */
export function upstreamOf(version: string): string {
  const rest = version.slice(version.indexOf(':') + 1);
  const dash = rest.lastIndexOf('-');
  return dash < 0 ? rest : rest.slice(0, dash);
}

/** Upstream's release, without what was repacked or comes before it (`6.12~rc1+dfsg` gives `6.12`). */
export function releaseOf(version: string): string {
  return upstreamOf(version).replace(/[+~].*$/, '');
}

/** Whether a Debian version belongs to an upstream series: it is the series, or goes on with a dot, plus or dfsg mark. */
export function inSeries(version: string, series: string): boolean {
  const upstream = upstreamOf(version);
  return upstream === series || (upstream.startsWith(series) && /^[.+]/.test(upstream.slice(series.length)));
}

function weight(character: string | undefined): number {
  if (character === '~') return -1;
  if (character === undefined || /\d/.test(character)) return 0;
  const code = character.charCodeAt(0);
  return /[A-Za-z]/.test(character) ? code : code + 256;
}

function comparePart(left: string, right: string): number {
  let [l, r] = [left, right];
  while (l !== '' || r !== '') {
    const [textL, textR] = [/^\D*/.exec(l)?.[0] ?? '', /^\D*/.exec(r)?.[0] ?? ''];
    for (let at = 0; at < Math.max(textL.length, textR.length); at += 1) {
      const difference = weight(textL[at]) - weight(textR[at]);
      if (difference !== 0) return Math.sign(difference);
    }
    [l, r] = [l.slice(textL.length), r.slice(textR.length)];
    const [digitsL, digitsR] = [/^\d*/.exec(l)?.[0] ?? '', /^\d*/.exec(r)?.[0] ?? ''];
    const [numberL, numberR] = [BigInt(digitsL || '0'), BigInt(digitsR || '0')];
    if (numberL !== numberR) return numberL < numberR ? -1 : 1;
    [l, r] = [l.slice(digitsL.length), r.slice(digitsR.length)];
  }
  return 0;
}

/** Orders Debian versions (negative, 0, positive) as the Debian policy manual, section 5.6.12, lays down. */
export function compareVersions(left: string, right: string): number {
  const split = (version: string): [bigint, string, string] => {
    const colon = version.indexOf(':');
    const upstream = upstreamOf(version);
    const revision = version.slice(colon + 1 + upstream.length + 1);
    return [BigInt(colon < 0 ? 0 : version.slice(0, colon)), upstream, revision];
  };
  const [epochL, upstreamL, revisionL] = split(left);
  const [epochR, upstreamR, revisionR] = split(right);
  if (epochL !== epochR) return epochL < epochR ? -1 : 1;
  return comparePart(upstreamL, upstreamR) || comparePart(revisionL, revisionR);
}
