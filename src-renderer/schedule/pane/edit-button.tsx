import { useTranslation } from "react-i18next";
import { useWindow } from "../../store/window.ts";
import { Button } from "../../ui/button.tsx";

/** Opens the form of what the pane shows. */
export function EditButton() {
  const { t } = useTranslation();
  return (
    <Button size="large" keys="E" onPress={() => useWindow.setState({ editing: true })}>
      {t("schedule.booking.edit")}
    </Button>
  );
}
