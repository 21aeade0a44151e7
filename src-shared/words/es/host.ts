import type { host as en } from "../en/host.ts";
import type { Translated } from "../companion/translated.ts";

export const host: Translated<typeof en> = {
  open: "Abrir Bellhop",
  quit: "Salir de Bellhop",
  syncNow: "Sincronizar ahora",
  pause: "Pausar la sincronización",
  pauseHour: "Durante una hora",
  pauseToday: "Hasta mañana",
  pauseUntilResumed: "Hasta que la reanude",
  resume: "Reanudar la sincronización",
  restartToUpdate: "Reiniciar para actualizar a {{version}}",
  nothingNext: "No hay más reservas hoy",
  booking: "{{time}}  {{name}}, {{service}}",
  walkIn: "Sin cita",
  tooltip: "Bellhop: {{state}}",
  file: "Archivo",
  view: "Ver",
  edit: "Editar",
  help: "Ayuda",
  noSuggestions: "Sin sugerencias",
  menu: {
    settings: "Ajustes…",
    about: "Acerca de Bellhop",
    help: "Ayuda de Bellhop",
    search: "Buscar…",
    print: "Imprimir el día…",
    findTime: "Buscar un hueco…",
  },
  closeQuestion: "¿Dejar Bellhop abierto?",
  closeMore:
    "Junto al reloj mantiene el calendario al día y le avisa de reservas nuevas. Su respuesta se cambia en Ajustes, Este equipo.",
  keepRunning: "Dejarlo abierto",
  quitInstead: "Salir",
  cancel: "Cancelar",
  startFailed: "Bellhop no puede iniciarse",
};
