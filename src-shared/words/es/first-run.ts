import type { firstRun as en } from "../en/first-run.ts";
import type { Translated } from "../companion/translated.ts";

export const firstRun: Translated<typeof en> = {
  title: "Tres preguntas y la recepción es suya",
  about:
    "Todo se puede cambiar después en Ajustes. Nada sale de este equipo hasta que conecte un calendario.",
  steps: "Pasos",
  kept: "Lo que escribe se conserva, aunque cierre la ventana.",
  stepOf: "Paso {{step}} de 3",
  done: "hecho",
  place: {
    short: "Nombre y lugar",
    title: "¿Cómo se llama el negocio y dónde está?",
    about: "La agenda sigue el reloj de este lugar, esté donde esté el equipo.",
    zoneMore: "Sugerida por el reloj de este equipo.",
  },
  people: {
    short: "Horario y equipo",
    title: "¿Cuándo abre y quién trabaja ahí?",
    about: "Fuera de este horario la agenda está gris y los clientes no pueden reservar.",
    staff: "Quién trabaja aquí",
    staffMore:
      "Cada persona es una columna de la agenda. Los horarios propios vienen después, en Ajustes.",
    name: "Nombre de la persona {{count}}",
    add: "Añadir una persona",
    remove: "Quitar la persona {{count}}",
  },
  services: {
    short: "Servicios",
    title: "¿Qué se puede reservar?",
    about: "Unos pocos bastan para empezar. Cada uno recibe su color.",
    name: "Servicio {{count}}",
    duration: "Minutos del servicio {{count}}",
    price: "Precio del servicio {{count}}",
    nameHead: "Servicio",
    durationHead: "Minutos",
    priceHead: "Precio en {{currency}}",
    add: "Añadir un servicio",
    remove: "Quitar el servicio {{count}}",
  },
  practice: {
    about: "¿Aún no lo tiene claro?",
    begin: "Mirar un salón de práctica",
    beginning: "Abriendo el salón de práctica",
    shown: "Este es un salón de práctica.",
    more: "Pruébelo todo: nada aquí es real y nada sale de este ordenador.",
    own: "Configurar su propio negocio",
    title: "¿Dejar el salón de práctica?",
    leave:
      "Se borra todo lo que contiene, también lo que usted haya anotado. Queda una copia de seguridad junto a la base de datos. Después, tres preguntas llevan a su propio negocio.",
    stay: "Seguir practicando",
    clear: "Borrarlo",
    clearing: "Borrando",
  },
  back: "Atrás",
  finish: "Abrir la agenda",
  finishing: "Abriendo",
  errors: {
    name: "Escriba cómo se llama el negocio.",
    zone: "Elija una zona horaria.",
    closed: "Abra al menos un día.",
    staff: "Escriba al menos un nombre.",
    services: "Escriba al menos un servicio.",
    serviceName: "Este servicio necesita un nombre.",
  },
};
