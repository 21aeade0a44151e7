import type { errors as en } from "../en/errors.ts";
import type { Translated } from "../companion/translated.ts";

export const errors: Translated<typeof en> = {
  BAD_INPUT: "Así no se puede guardar. Revise los campos marcados.",
  UNKNOWN_CHANNEL: "Esta ventana y la recepción son de versiones distintas. Reinicie Bellhop.",
  FORBIDDEN: "La recepción ya no conoce esta ventana. Ábrala de nuevo desde la página de inicio.",
  TOO_LARGE: "Este texto es demasiado largo para guardarlo.",
  NOT_FOUND: "Esto ya no está. Quizá alguien lo quitó.",
  STALE: "Esto cambió entretanto y por eso no se guardó.",
  CONFLICT: "A esta hora ya hay algo.",
  TIME_SKIPPED: "Esta hora no existe ese día: los relojes se adelantan.",
  NOT_ALLOWED: "Esto no se puede cambiar aquí.",
  PRACTISING:
    "Este es un salón de práctica: nada de él llega a un calendario real ni a clientes reales. Configure primero su propio negocio.",
  NOT_CONNECTED: "No hay ningún calendario conectado.",
  ALREADY_CONNECTED: "Ya hay un calendario conectado. Desconéctelo primero.",
  CONNECT_BUSY: "Ya hay un inicio de sesión en curso. Termínelo en el navegador o cancélelo.",
  CONNECT_DENIED: "Nadie dio permiso en Google. No se conectó ni se cambió nada.",
  CONNECT_TIMED_OUT: "Nadie inició sesión en cinco minutos, así que Bellhop dejó de esperar.",
  CONNECT_CANCELLED: "El inicio de sesión se canceló.",
  CONNECT_STATE_MISMATCH:
    "La respuesta del navegador no corresponde a este inicio de sesión y se rechazó. Empiece aquí de nuevo.",
  CONNECT_FAILED: "Google no terminó el inicio de sesión. Inténtelo de nuevo en un momento.",
  CONNECT_NOT_CONFIGURED:
    "Esta copia de Bellhop aún no tiene un cliente de Google. Quien la instaló encontrará los dos ajustes en el README.",
  SCOPE_MISSING: "Google no dio permiso para cambiar eventos.",
  SIGN_IN_NEEDED: "Google le pide que inicie sesión de nuevo.",
  CALENDAR_GONE: "El calendario ya no existe en Google, o esta cuenta ya no lo ve.",
  CALENDAR_READ_ONLY: "Esta cuenta solo puede leer el calendario.",
  COMPANION_AWAY:
    "El acompañante no está disponible ahora. No se cambió nada. Inténtelo de nuevo más tarde.",
  NO_NETWORK: "Ahora no se puede llegar a Google desde aquí. Las reservas siguen como siempre.",
  NOT_TRUSTED:
    "No se puede llegar a Google desde esta red: quien responde en su lugar tiene un certificado en el que este equipo no confía.",
  CLOCK_WRONG:
    "El reloj de este equipo está mal, por eso Google rechaza el inicio de sesión. Ajuste la fecha y la hora e inténtelo de nuevo.",
  ACCESS_BLOCKED: "Su organización no permite que Bellhop use sus cuentas de Google.",
  REMOTE_BUSY: "Google está limitando las peticiones. Inténtelo de nuevo en unos minutos.",
  REMOTE_REFUSED: "Google lo rechazó sin dar un motivo que ayude.",
  KEYCHAIN_UNAVAILABLE:
    "Este equipo no tiene llavero; el inicio de sesión dura hasta que se cierre Bellhop.",
  KEYCHAIN_LOCKED: "El llavero de este equipo está bloqueado. Desbloquéelo e inténtelo de nuevo.",
  STORE_UNREADABLE: "El archivo de las reservas no se puede leer. Bellhop no lo ha tocado.",
  STORE_FROM_FUTURE:
    "Un Bellhop más nuevo ha usado estos datos. Instale la versión más nueva para abrirlos.",
  STORE_BUSY: "El archivo de las reservas estuvo ocupado un momento. Inténtelo de nuevo.",
  STORE_FULL:
    "El disco está lleno y no se puede guardar nada. Libere espacio e inténtelo de nuevo.",
  PORT_TAKEN: "Otro programa usa la dirección que Bellhop necesita en este equipo.",
  ALREADY_RUNNING: "Bellhop ya está abierto en este equipo.",
  BAD_SETTING: "Un ajuste de este equipo está mal escrito y no se usó.",
  INTERNAL: "Algo falló dentro de Bellhop. Está en el registro; sus reservas están a salvo.",
};
