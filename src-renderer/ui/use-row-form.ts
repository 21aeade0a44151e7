import { zodResolver } from "@hookform/resolvers/zod";
import { useCallback, useEffect, useRef, useState } from "react";
import {
  type DefaultValues,
  type FieldValues,
  type Path,
  useForm,
  type UseFormReturn,
} from "react-hook-form";
import type { z } from "zod";
import { asFailure, type BridgeFailure } from "../bridge.ts";

/** A saved row: counts up with each change. */
interface Row {
  readonly revision: number;
}

export interface RowFormOptions<R extends Row, Typed extends FieldValues, Read> {
  /** The row as it is saved now, or null for one that is yet to be made. */
  readonly row: R | null;
  readonly typedOf: (row: R | null) => Typed;
  /** Reads what was typed; its messages show at the fields. */
  readonly schema: z.ZodType<Read, Typed>;
  /** Saves over the revision that was seen; null makes a new row. */
  readonly save: (read: Read, seen: number | null) => Promise<R>;
  readonly onSaved?: (row: R) => void;
}

export type SaveState = "quiet" | "saving" | "saved" | "stale" | BridgeFailure;

export interface RowForm<Typed extends FieldValues, Read> {
  readonly form: UseFormReturn<Typed, unknown, Read>;
  readonly state: SaveState;
  readonly submit: () => void;
  /** Forgets what was typed and shows what is saved. */
  readonly reload: () => void;
  /** Saves what was typed over what somebody else saved meanwhile. */
  readonly saveMine: () => void;
}

/** The field of the form that a dotted path of the bridge's input means: `fields.name` is `name`. */
export function fieldOfPath(path: string): string {
  return path.replace(/^(?:fields|existing)\./, "");
}

/**
 * A form over one row of the desk. What was typed is never lost: a change by somebody else shows only while nothing
 * was typed, and a save over a row that changed meanwhile asks first.
 */
export function useRowForm<R extends Row, Typed extends FieldValues, Read>(
  options: RowFormOptions<R, Typed, Read>,
): RowForm<Typed, Read> {
  const { row, typedOf, schema, save, onSaved } = options;
  const seen = useRef<number | null>(row?.revision ?? null);
  const [state, setState] = useState<SaveState>("quiet");
  const form = useForm<Typed, unknown, Read>({
    resolver: zodResolver(schema) as never,
    defaultValues: typedOf(row) as DefaultValues<Typed>,
  });
  const { isDirty } = form.formState;

  const { reset } = form;
  const show = useCallback(
    (shown: R | null): void => {
      reset(typedOf(shown));
      seen.current = shown?.revision ?? null;
    },
    [reset, typedOf],
  );
  useEffect(() => {
    if (row !== null && row.revision !== seen.current && !isDirty) show(row);
  }, [row, isDirty, show]);

  const fail = (failure: BridgeFailure): void => {
    for (const [path, message] of Object.entries(failure.fields))
      form.setError(fieldOfPath(path) as Path<Typed>, { message });
    setState(failure.code === "STALE" ? "stale" : failure);
  };
  const saveOver = async (read: Read, revision: number | null): Promise<void> => {
    setState("saving");
    try {
      const saved = await save(read, revision);
      show(saved);
      setState("saved");
      onSaved?.(saved);
    } catch (error) {
      fail(asFailure(error));
    }
  };
  return {
    form,
    state: isDirty && state === "saved" ? "quiet" : state,
    submit: () => void form.handleSubmit((read) => saveOver(read, seen.current))(),
    reload: () => {
      show(row);
      setState("quiet");
    },
    saveMine: () => void form.handleSubmit((read) => saveOver(read, row?.revision ?? null))(),
  };
}
