import type { Command } from 'commander';
import { bootAndReport, makeImage } from '../image/image.js';
import { badInput } from '../run/failure.js';
import type { Malloc } from '../sysroot/musl.js';
import { hostTarget } from '../targets/target.js';
import { mallocOption } from './options.js';

interface ImageOptions {
  target?: string;
  malloc: Malloc;
  directory?: string;
  oci?: string;
  boot?: boolean;
  kernel?: string;
}

/** Registers `wildebeest image`. */
export function register(program: Command): void {
  mallocOption(program.command('image'))
    .description('make a root file system of recipes: a directory, or an image archive that container engines load')
    .argument('[recipe...]', 'recipes, folders of test/recipes, which bring along what they depend on; none: systemd, a shell and basic tools')
    .option('--target <target>', "a target, as `wildebeest targets` lists them (default: this machine's own)")
    .option('--directory <dir>', 'write it there as a directory')
    .option('--oci <file>', 'write it there as an OCI image archive')
    .option('--boot', 'boot it with systemd in a container, and have its services do their work')
    .option('--kernel <file>', 'boot it under qemu-system with this kernel instead, which needs no privilege')
    .addHelpText(
      'after',
      `
Archives of the same recipes are the same, byte for byte; SOURCE_DATE_EPOCH is the time of all that they hold.

Examples:
  wildebeest image --oci image.tar && podman load -i image.tar && podman run --systemd=always -it libwildebeest:x86_64
  sudo wildebeest image --boot
  sudo wildebeest image --boot --malloc scudo
  wildebeest image --boot --kernel /boot/vmlinuz
  wildebeest image dash util-linux --target aarch64 --directory root`,
    )
    .action(async (names: string[], options: ImageOptions) => {
      if (options.kernel !== undefined && options.boot !== true) throw badInput('image: --kernel: nothing is booted', 'add --boot');
      const image = { targetName: options.target ?? (await hostTarget()).name, names, malloc: options.malloc };
      if (options.boot !== true || options.directory !== undefined || options.oci !== undefined) await makeImage(image, options);
      if (options.boot === true) await bootAndReport(image, options.kernel);
    });
}
