import { createHash } from 'node:crypto';
import { mkdir, rename, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { run } from '../run/process.js';
import { sha256Of } from '../sources/blobs.js';
import { hostTool } from '../sysroot/hostTools.js';
import type { Target } from '../targets/target.js';

/** What an image says of itself, besides its files. */
export interface ImageConfig {
  /** What runs as process 1. */
  command: string[];
  /** The signal that asks it to end. */
  stopSignal: string;
  /** What `docker load` and others call it. */
  reference: string;
  /** Seconds since 1970 that stand as the time of everything in it. */
  epoch: number;
}

/**
 * A tar archive of a folder's content that depends on names, modes and bytes alone: sorted, of user 0, with one time for
 * all. `file` is written as a whole.
 */
export async function writeTar(folder: string, file: string, epoch: number): Promise<void> {
  const flags = ['--sort=name', '--format=posix', '--pax-option=exthdr.name=%d/PaxHeaders/%f,delete=atime,delete=ctime', `--mtime=@${String(epoch)}`];
  await run(await hostTool('tar'), ['-c', ...flags, '--owner=0', '--group=0', '--numeric-owner', '-C', folder, '-f', file, '.']);
}

/** An OCI image archive (image-spec 1.0, "image layout") of a root file system: one layer, which is not compressed. `scratch` is an empty folder. */
export async function writeOciArchive(root: string, file: string, target: Target, config: ImageConfig, scratch: string): Promise<void> {
  const layout = path.join(scratch, 'layout');
  const blobs = path.join(layout, 'blobs', 'sha256');
  await mkdir(blobs, { recursive: true });
  const layer = path.join(scratch, 'layer.tar');
  await writeTar(root, layer, config.epoch);
  const digest = await sha256Of(layer);
  const { size } = await stat(layer);
  await rename(layer, path.join(blobs, digest));

  const blob = async (mediaType: string, value: unknown): Promise<{ mediaType: string; digest: string; size: number }> => {
    const text = JSON.stringify(value);
    const sum = createHash('sha256').update(text).digest('hex');
    await writeFile(path.join(blobs, sum), text);
    return { mediaType, digest: `sha256:${sum}`, size: Buffer.byteLength(text) };
  };
  const created = new Date(config.epoch * 1000).toISOString();
  const image = await blob('application/vnd.oci.image.config.v1+json', {
    created,
    ...target.container,
    os: 'linux',
    config: { Cmd: config.command, StopSignal: config.stopSignal, Env: ['PATH=/usr/sbin:/usr/bin'] },
    rootfs: { type: 'layers', diff_ids: [`sha256:${digest}`] },
    history: [{ created, created_by: 'wildebeest image' }],
  });
  const manifest = await blob('application/vnd.oci.image.manifest.v1+json', {
    schemaVersion: 2,
    mediaType: 'application/vnd.oci.image.manifest.v1+json',
    config: image,
    layers: [{ mediaType: 'application/vnd.oci.image.layer.v1.tar', digest: `sha256:${digest}`, size }],
  });
  await writeFile(path.join(layout, 'oci-layout'), JSON.stringify({ imageLayoutVersion: '1.0.0' }));
  await writeFile(
    path.join(layout, 'index.json'),
    JSON.stringify({
      schemaVersion: 2,
      mediaType: 'application/vnd.oci.image.index.v1+json',
      manifests: [{ ...manifest, platform: { ...target.container, os: 'linux' }, annotations: { 'org.opencontainers.image.ref.name': config.reference } }],
    }),
  );
  await writeTar(layout, file, config.epoch);
}
