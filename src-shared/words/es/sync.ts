import type { sync as en } from "../en/sync.ts";
import type { Translated } from "../companion/translated.ts";

export const sync: Translated<typeof en> = {
  upToDate: "Al día",
  sending: "Enviando",
  syncing: "Sincronizando",
  firstSync: "Primera sincronización",
  offline: "Sin red",
  offlineWaiting_one: "Sin red, {{count}} en espera",
  offlineWaiting_other: "Sin red, {{count}} en espera",
  retrying: "Intentando de nuevo",
  stuck: "Google no responde",
  limited: "Google limita peticiones",
  notTrusted: "Red no fiable",
  paused: "En pausa",
  stale: "Sin mirar hace tiempo",
  needsAttention_one: "{{count}} necesita una mirada",
  needsAttention_other: "{{count}} necesitan una mirada",
  signIn: "Iniciar sesión de nuevo",
  signInExpired: "Iniciar sesión de nuevo",
  signInLost: "Iniciar sesión de nuevo",
  clientRejected: "Google no lo conoce",
  keychainLocked: "Llavero bloqueado",
  keychainSilent: "El llavero no responde",
  permission: "Falta permiso",
  calendarGone: "El calendario ya no está",
  calendarReadOnly: "Calendario de solo lectura",
  accessBlocked: "Acceso bloqueado",
  clockWrong: "El reloj está mal",
  unexpected: "Sincronización detenida",
  decide: "Espera respuesta",
  connecting: "Esperando a Google",
  choosingCalendar: "Elija un calendario",
  notConnected: "Sin conectar",

  line: {
    upToDate: "Al día. Última sincronización {{lastSync}}.",
    sending: "Enviando lo que cambió en la recepción.",
    syncing: "Mirando Google Calendar.",
    firstSync: "Comparando la recepción con Google Calendar por primera vez.",
    offline: "Sin red desde {{asOf}}.",
    offlineNever: "Sin red.",
    retrying: "Google no responde ahora. Próximo intento {{retryAt}}.",
    stuck: "Google no responde desde hace más de un cuarto de hora. Próximo intento {{retryAt}}.",
    limited: "Google está limitando las peticiones. Próximo intento {{retryAt}}.",
    notTrusted:
      "No se puede llegar a Google desde esta red: el certificado no es de confianza. Próximo intento {{retryAt}}.",
    paused: "Pausada por usted.",
    pausedUntil: "Pausada por usted hasta {{until}}.",
    stale: "Google Calendar no se ha mirado desde {{asOf}}.",
    needsAttention: "Google rechazó una parte de lo enviado. Todo lo demás sigue.",
    signIn: "Google le pide que inicie sesión de nuevo.",
    signInExpired:
      "Google dio este permiso por tiempo limitado, y ese tiempo ha pasado. Inicie sesión de nuevo.",
    signInLost:
      "El inicio de sesión ya no está en este equipo: sin llavero termina cuando se cierra Bellhop. Inicie sesión de nuevo.",
    clientRejected:
      "Google no conoce esta copia de Bellhop: su app se borró o cambió en la consola de Google.",
    keychainLocked:
      "El llavero de este equipo está bloqueado, así que Bellhop no puede usar su inicio de sesión. Desbloquéelo e inténtelo de nuevo.",
    keychainSilent:
      "El llavero de este equipo no entrega el inicio de sesión. Quizá se negó el acceso a Bellhop.",
    permission: "Google no dio permiso para cambiar eventos.",
    calendarGone: "El calendario ya no existe en Google, o esta cuenta ya no lo ve.",
    calendarGoneNamed:
      "El calendario «{{calendar}}» ya no existe en Google, o esta cuenta ya no lo ve.",
    calendarReadOnly:
      "Esta cuenta solo puede leer el calendario. Su propietario puede compartirlo con «Hacer cambios en los eventos».",
    calendarReadOnlyNamed:
      "Esta cuenta solo puede leer el calendario «{{calendar}}». Su propietario puede compartirlo con «Hacer cambios en los eventos».",
    accessBlocked:
      "Su organización bloquea esta app. Su administrador puede permitirla en la consola de administración de Google.",
    clockWrong:
      'El reloj de este equipo tiene $t(sync.clockOff.{{clockUnit}}, {"count": {{clockAmount}} }) de diferencia. Las horas de la recepción están mal y Google rechaza un nuevo inicio de sesión.',
    unexpected: "La sincronización se detuvo por un motivo que Bellhop no conoce.",
    decide: "Detenida para preguntarle. No se ha cambiado nada; sigue cuando usted responda.",
    connecting: "Esperando su inicio de sesión en el navegador.",
    choosingCalendar: "Sesión iniciada. Elija el calendario al que van las reservas.",
    notConnected: "Las reservas quedan en este equipo.",
  },
  waitSafely_one: "{{count}} reserva espera aquí; no se pierde nada.",
  waitSafely_other: "{{count}} reservas esperan aquí; no se pierde nada.",
  waitAndGo_one: "{{count}} cambio espera en este equipo y sale solo.",
  waitAndGo_other: "{{count}} cambios esperan en este equipo y salen solos.",
  parked_one: "{{count}} reserva necesita una mirada.",
  parked_other: "{{count}} reservas necesitan una mirada.",
  notShown: "No se muestran los cambios de Google desde {{asOf}}.",

  clockOff: {
    minutes_one: "{{count}} minuto",
    minutes_other: "{{count}} minutos",
    hours_one: "{{count}} hora",
    hours_other: "{{count}} horas",
    days_one: "{{count}} día",
    days_other: "{{count}} días",
  },
  adminText:
    "Por favor, permita la app Bellhop para nuestras cuentas de Google. En la consola de administración de Google: Seguridad, Control de datos y acceso, Controles de API, Gestionar el acceso de apps de terceros, Añadir app, ID de cliente de OAuth {{clientId}}. Solo usa Google Calendar: {{scopes}}.",

  tone: { active: "Activa", error: "Error", disconnected: "Desconectada" },

  fix: {
    connect: "Conectar",
    signIn: "Iniciar sesión de nuevo",
    askPermission: "Pedir permiso",
    chooseCalendar: "Elegir un calendario",
    decide: "Responder",
    review: "Ver qué está atascado",
    resume: "Reanudar",
    retry: "Intentar ahora",
    help: "Qué hacer",
    adminText: "Copiar texto para el administrador",
  },
};
