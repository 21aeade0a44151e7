import type { help as en } from "../en/help.ts";
import type { Translated } from "../companion/translated.ts";

export const help: Translated<typeof en> = {
  title: "Ayuda",
  checks: {
    title: "Comprobaciones",
    running: "Comprobando",
    again: "Comprobar de nuevo",
    at: "Comprobado a las {{time}}. Las reservas funcionan siempre, diga lo que diga aquí.",
    failed: "No se pudieron hacer las comprobaciones.",
    allFine: "Todo está bien",
    needs_one: "Una cosa le necesita",
    needs_other: "{{count}} cosas le necesitan",
    result: {
      fine: "bien",
      notice: "conviene saber",
      trouble: "le necesita",
      later: "sin comprobar",
    },
  },
  check: {
    store: {
      title: "Las reservas se guardan en este equipo",
      saved_one: "{{count}} reserva",
      saved_other: "{{count}} reservas",
      unreadable: "El archivo de las reservas no respondió. Reinicie Bellhop.",
    },
    network: {
      title: "Hay red",
      answers: "Google responde en {{ms}} ms",
      silent: "Google no responde. Revise la red; las reservas siguen y los cambios salen solos.",
      notTrusted:
        "Alguien responde en lugar de Google, con un certificado en el que este equipo no confía. Lo hace un proxy de oficina o un antivirus: quien lo gestiona puede añadir su certificado al sistema.",
      stranger:
        "Otra página responde en lugar de Google. Quizá esta red pide un acceso propio: abra una página web y mire.",
    },
    clock: {
      title: "El reloj va bien",
      right_one: "{{count}} segundo de diferencia; más de 5 minutos impedirían el inicio de sesión",
      right_other:
        "{{count}} segundos de diferencia; más de 5 minutos impedirían el inicio de sesión",
      wrong:
        'Tiene $t(sync.clockOff.{{clockUnit}}, {"count": {{clockAmount}} }) de diferencia. Windows: Configuración, Hora e idioma, Fecha y hora, «Ajustar hora automáticamente». macOS: Ajustes del Sistema, General, Fecha y hora.',
      unknown: "Se comprueba cuando Google responda",
    },
    keychain: {
      title: "El llavero guarda el inicio de sesión",
      kept: "Responde",
      session:
        "Este equipo no tiene llavero. Bellhop recuerda el inicio de sesión hasta que se cierra y nunca lo escribe en un archivo.",
      locked: "Está bloqueado. Desbloquéelo, o cierre la sesión del equipo y vuelva a entrar.",
      silent:
        "No entrega el inicio de sesión. Si el sistema preguntó si Bellhop puede usarlo, la respuesta fue no: permítalo en los ajustes del llavero.",
    },
    signIn: {
      title: "Google deja entrar a Bellhop",
      good: "El inicio de sesión es válido",
      notConnected: "No hay ninguna cuenta conectada. Las reservas quedan en este equipo.",
      grantRevoked:
        "Google terminó la sesión. Pasa tras una contraseña nueva, tras medio año sin uso o cuando alguien quitó Bellhop de la cuenta de Google. Lo que espera sale solo después.",
      grantExpired:
        "El permiso era por tiempo limitado. Una app que en Google sigue en pruebas lo pierde a los 7 días: publíquela en la consola de Google e inicie sesión una vez más.",
      secretMissing:
        "El inicio de sesión ya no está en este equipo. Sin llavero termina cuando se cierra Bellhop.",
      clientRejected:
        "Google no conoce esta copia de Bellhop. Su cliente se borró o cambió en la consola de Google; quien la instaló puede mirarlo allí.",
      noAnswer: "Se comprueba cuando Google responda",
      keychain: "Se comprueba cuando el llavero responda",
    },
    access: {
      title: "La organización permite Bellhop",
      allowed: "Ninguna regla de la organización lo impide",
      blocked:
        "Las apps de terceros están bloqueadas para esta cuenta. Su administrador puede permitir Bellhop en la consola de administración de Google.",
      notConnected: "Se comprueba tras iniciar sesión",
      afterSignIn: "Se comprueba tras iniciar sesión",
      noAnswer: "Se comprueba cuando Google responda",
      keychain: "Se comprueba cuando el llavero responda",
    },
    permission: {
      title: "Bellhop puede ver y cambiar eventos",
      given: "Se dieron todos los permisos",
      missing:
        "Una casilla quedó vacía al iniciar sesión. Pida permiso de nuevo y deje todas las casillas marcadas.",
      notConnected: "Se comprueba tras iniciar sesión",
      afterSignIn: "Se comprueba tras iniciar sesión",
      noAnswer: "Se comprueba cuando Google responda",
      keychain: "Se comprueba cuando el llavero responda",
    },
    calendar: {
      title: "El calendario está y se puede escribir",
      there: "«{{name}}»",
      renamed: "«{{before}}» se llama ahora «{{name}}». No cambió nada más.",
      notChosen: "Aún no se ha elegido un calendario",
      gone: "«{{name}}» ya no existe en Google, o esta cuenta ya no lo ve.",
      readOnly:
        "Esta cuenta solo puede leer «{{name}}». Su propietario puede compartirlo con «Hacer cambios en los eventos», o elija otro.",
      notConnected: "Se comprueba tras iniciar sesión",
      afterSignIn: "Se comprueba tras iniciar sesión",
      noAnswer: "Se comprueba cuando Google responda",
      keychain: "Se comprueba cuando el llavero responda",
    },
    limit: {
      title: "Los límites de Google dejan margen",
      free: "No se retiene nada",
      limited:
        "Google está limitando las peticiones. Próximo intento {{at}}; nadie tiene que hacer nada.",
      now: "Google está limitando las peticiones ahora; nadie tiene que hacer nada.",
      notConnected: "Se comprueba tras iniciar sesión",
      afterSignIn: "Se comprueba tras iniciar sesión",
      noAnswer: "Se comprueba cuando Google responda",
      keychain: "Se comprueba cuando el llavero responda",
    },
    sync: {
      title: "La recepción y el calendario coinciden",
      inStep_one: "{{count}} reserva está en Google",
      inStep_other: "{{count}} reservas están en Google",
      attention_one: "{{count}} reserva necesita una mirada",
      attention_other: "{{count}} reservas necesitan una mirada",
      waits_one: "{{count}} cambio espera aquí y sale solo",
      waits_other: "{{count}} cambios esperan aquí y salen solos",
      waits_zero: "Nada espera; se vuelve a preguntar a Google sin ayuda",
      asks: "La sincronización se detuvo para preguntar antes de quitar mucho.",
      paused: "Usted ha pausado la sincronización.",
      stopped:
        "La sincronización se detuvo por un motivo que Bellhop no conoce. El informe dice más.",
      notConnected: "Se comprueba cuando haya un calendario conectado",
      above: "Sigue cuando esté hecho lo de arriba",
    },
  },
  stuck: {
    title: "¿Sigue sin funcionar?",
    about:
      "El informe dice qué se comprobó y qué respondió Google. Sin nombres, sin teléfonos, sin contraseñas.",
    copy: "Copiar el diagnóstico",
    copied: "El diagnóstico está copiado.",
    save: "Guardar el informe",
    look: "Ver el contenido",
    inside: "Lo que dice el informe",
  },
  now: "Ahora mismo",
  states: "Lo que dice la sincronización",
  stateWord: {
    active: "Activa",
    offline: "Sin red",
    error: "Error",
    disconnected: "Desconectada",
  },
  state: {
    active: "La recepción y Google Calendar coinciden. Los cambios salen en segundos.",
    offline:
      "Sin red. Siga reservando: los cambios esperan en este equipo y salen solos. Las horas ocupadas de Google pueden no estar al día.",
    error:
      "Algo que solo una persona puede resolver, como iniciar sesión de nuevo. No se pierde nada; la línea roja dice lo único que hay que hacer.",
    disconnected: "No hay ningún calendario conectado. Las reservas quedan en este equipo.",
  },
  questions: "Conviene saber",
  question: {
    move: "Si alguien mueve una reserva en Google",
    delete: "Si alguien borra una reserva en Google",
    foreign: "Si alguien añade un evento en Google",
    both: "Si una reserva cambia aquí y en Google",
  },
  answer: {
    move: "La reserva también se mueve, si la hora nueva está libre para esa persona. Si no, el evento vuelve a su sitio.",
    delete:
      "El evento se restaura, e Integraciones pregunta si se cancela la reserva. Solo la recepción cancela una reserva.",
    foreign:
      "Bloquea esa hora en la recepción como «Ocupado», para todos. Ábralo en la agenda para dárselo a una persona.",
    both: "Gana la recepción, e Integraciones lo dice.",
  },
  keyboard: "Teclado",
  version: "Versión",
  versionLine: "Bellhop {{version}}",
  host: { electron: "En su propia ventana", browser: "En el navegador" },
  practice: "Práctica: un negocio de ejemplo junto a un sustituto de Google. Nada de esto es real.",
};
