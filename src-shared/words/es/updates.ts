import type { updates as en } from "../en/updates.ts";
import type { Translated } from "../companion/translated.ts";

export const updates: Translated<typeof en> = {
  about: "Qué Bellhop es este y si hay uno más nuevo listo.",
  version: "Versión",
  title: "Actualizaciones",
  check: "Mirar ahora",
  restart: "Reiniciar para actualizar",
  restartMore:
    "La sincronización se detiene, los datos se copian aparte y Bellhop arranca como la versión nueva.",
  never: "Solo se actualiza con este botón, nunca al cerrar Bellhop o apagar el equipo.",
  ready: "Bellhop {{version}} está listo.",
  off: {
    browser: "Esta recepción funciona en el navegador; la actualiza quien la instaló.",
    noFeed: "Este Bellhop se hizo sin dirección de actualizaciones, así que nunca las busca.",
    notInstalled: "Este Bellhop no se instaló, así que no se actualiza solo.",
  },
  neverChecked:
    "Bellhop busca una versión más nueva un minuto después de arrancar y cada seis horas.",
  upToDate: "Esta es la versión más nueva. Última mirada {{time}}.",
  checking: "Buscando una versión más nueva…",
  downloading: "Descargando Bellhop {{version}}: {{percent}} %.",
  installing: "Instalando Bellhop {{version}}. La ventana se cierra y vuelve.",
  failed: {
    offline: "No se pudo llegar a la versión más nueva. Bellhop lo intenta de nuevo sin ayuda.",
    feedUnreadable:
      "Lo que hay en el lugar de las actualizaciones no se puede leer. No se cambió nada.",
    refused:
      "Lo que se ofreció como actualización no es un Bellhop auténtico y se desechó. No se cambió nada. Si sigue así, avise a quien instaló Bellhop.",
    noSpace: "No hay sitio en el disco para la actualización. No se cambió nada.",
    backupFailed:
      "Los datos no se pudieron copiar aparte, así que no se instaló la actualización. ¿Hay sitio en el disco? No se cambió nada.",
  },
};
