import { Braces, Ellipsis, FileText, Merge, Trash2 } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Customer } from "../../src-shared/domain/customer.ts";
import { IconButton } from "../ui/button.tsx";
import { MenuButton } from "../ui/menu.tsx";
import { sayFailure } from "../ui/say-failure.ts";

const MergeDialog = lazy(async () => ({
  default: (await import("./merge-dialog.tsx")).MergeDialog,
}));
const EraseDialog = lazy(async () => ({
  default: (await import("./erase-dialog.tsx")).EraseDialog,
}));

/** Saves everything that is kept about somebody as a file. */
async function saveRecord(id: string, as: "json" | "text"): Promise<void> {
  try {
    const file = await import("./record-file.ts");
    await file.saveRecord(id, as);
  } catch (error) {
    sayFailure(error);
  }
}

/** What is seldom done with a card: merge, hand out, delete. */
export function CardMenu({ customer }: { readonly customer: Customer }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<"merge" | "erase" | null>(null);
  const { id, name } = customer;
  const label = t("customers.menu", { name });
  const close = (): void => setOpen(null);
  const entry = { is: "do" } as const;
  return (
    <>
      <MenuButton
        label={label}
        entries={[
          {
            ...entry,
            id: "merge",
            label: t("customers.merge.open"),
            icon: Merge,
            run: () => setOpen("merge"),
          },
          { is: "rule", id: "after-merge" },
          {
            ...entry,
            id: "text",
            label: t("customers.export.text"),
            icon: FileText,
            run: () => void saveRecord(id, "text"),
          },
          {
            ...entry,
            id: "json",
            label: t("customers.export.json"),
            icon: Braces,
            run: () => void saveRecord(id, "json"),
          },
          { is: "rule", id: "before-erase" },
          {
            ...entry,
            id: "erase",
            label: t("customers.erase.open"),
            icon: Trash2,
            danger: true,
            run: () => setOpen("erase"),
          },
        ]}
      >
        <IconButton icon={Ellipsis} label={label} />
      </MenuButton>
      <Suspense>
        {open === "merge" ? <MergeDialog kept={customer} onClose={close} /> : null}
        {open === "erase" ? <EraseDialog customer={customer} onClose={close} /> : null}
      </Suspense>
    </>
  );
}
