import { unzipSync } from "fflate";

/** What a compiled class holds besides its code. */
export interface ClassConstants {
  /** String literals, each once. */
  strings: string[];
  /** Internal names of the classes it refers to, `io/debezium/config/Field`. */
  classes: string[];
}

/** Bytes behind the tag of each kind of constant, except texts. https://docs.oracle.com/javase/specs/jvms/se21/html/jvms-4.html#jvms-4.4 */
const SIZES: Readonly<Record<number, number>> = {
  3: 4, // Integer
  4: 4, // Float
  5: 8, // Long
  6: 8, // Double
  7: 2, // Class
  8: 2, // String
  9: 4, // Fieldref
  10: 4, // Methodref
  11: 4, // InterfaceMethodref
  12: 4, // NameAndType
  15: 3, // MethodHandle
  16: 2, // MethodType
  17: 4, // Dynamic
  18: 4, // InvokeDynamic
  19: 2, // Module
  20: 2, // Package
};
const UTF8 = 1;
const CLASS = 7;
const STRING = 8;

/**
 * Reads the constant pool of a class file.
 * @throws Error for bytes that are no class file
 */
export function readConstants(bytes: Uint8Array): ClassConstants {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 10 || view.getUint32(0) !== 0xcafebabe) throw new Error("no class file: it begins otherwise");
  const texts = new Map<number, string>();
  const strings = new Set<number>();
  const classes = new Set<number>();
  const count = view.getUint16(8);
  const decoder = new TextDecoder();
  let at = 10;
  for (let index = 1; index < count; index++) {
    const tag = view.getUint8(at++);
    if (tag === UTF8) {
      const length = view.getUint16(at);
      texts.set(index, decoder.decode(bytes.subarray(at + 2, at + 2 + length)));
      at += 2 + length;
      continue;
    }
    const size = SIZES[tag];
    if (size === undefined) throw new Error(`no class file: constant ${index} has the unknown tag ${tag}`);
    if (tag === STRING) strings.add(view.getUint16(at));
    if (tag === CLASS) classes.add(view.getUint16(at));
    // The two kinds of eight bytes take two numbers of the pool.
    if (size === 8) index++;
    at += size;
  }
  const named = (set: Set<number>) => [...set].map((index) => texts.get(index) ?? "");
  return { strings: named(strings), classes: named(classes) };
}

/**
 * Constants of every class in a jar, by internal class name.
 * @param wanted decides by internal class name which classes are read
 */
export function readJar(jar: Uint8Array, wanted: (name: string) => boolean): Map<string, ClassConstants> {
  const nameOf = (file: string) => file.replace(/\.class$/, "");
  const files = unzipSync(jar, { filter: ({ name }) => name.endsWith(".class") && wanted(nameOf(name)) });
  return new Map(Object.entries(files).map(([file, bytes]) => [nameOf(file), readConstants(bytes)]));
}
