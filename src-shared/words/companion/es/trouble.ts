import type { trouble as en } from "../en/trouble.ts";
import type { Translated } from "../translated.ts";

export const trouble: Translated<typeof en> = {
  title: "¿Problemas para iniciar sesión?",
  lead: "Estos son los motivos habituales.",
  tryAgain: "Intentar de nuevo",
  tryGoogle: "Intentar de nuevo con Google",
  tryFacebook: "Intentar de nuevo con Facebook",
  byEmail: "Iniciar sesión con el correo electrónico",
  toProfile: "Volver al perfil",
  cookies: {
    title: "Su navegador bloquea las cookies",
    text: "Para iniciar sesión hace falta una cookie de este sitio. Permítala en los ajustes del navegador o abra la página en otro. Una página dentro de otra aplicación a menudo no puede guardar ninguna: elija allí «Abrir en el navegador».",
  },
  popup: {
    title: "No se abrió una ventana",
    text: "Aquí no hace falta ninguna ventana emergente: Google y Facebook se abren en esta misma y le traen de vuelta. Si no se abre nada, lo impide un bloqueador; permita este sitio allí o use su correo electrónico.",
  },
  cancelled: {
    title: "Se canceló el inicio de sesión",
    text: "Ha vuelto sin dar su permiso. No se nos ha pasado nada. Puede intentarlo de nuevo o usar su correo electrónico.",
  },
  unverified: {
    title: "Google no ha confirmado su dirección",
    text: "Su cuenta de Google tiene una dirección que aún no está confirmada, así que no podemos saber si es suya. Confírmela en Google o inicie sesión aquí con su correo electrónico.",
  },
  disabled: {
    title: "Esta cuenta está cerrada",
    text: "El proveedor ha desactivado esta cuenta, o su organización no permite entrar aquí con ella. El proveedor puede decirle por qué. Mientras tanto puede usar su correo electrónico.",
  },
  down: {
    title: "El proveedor no responde",
    text: "Google o Facebook no está disponible en este momento. No es culpa suya y suele pasar en minutos. Mientras tanto puede usar su correo electrónico.",
  },
  expired: {
    title: "Este enlace ya no vale",
    text: "Ya se usó, es demasiado antiguo o se empezó en otro navegador. No se ha cambiado nada. Empiece de nuevo, por favor.",
  },
  noEmail: {
    title: "Facebook no dio ningún correo electrónico",
    text: "Su cuenta de Facebook no tiene ninguno, o usted prefirió no darlo. Para las confirmaciones hace falta uno: cree una cuenta con su correo electrónico.",
  },
  linkedElsewhere: {
    title: "Esta cuenta no se puede vincular",
    text: "Ya pertenece a otro cliente, o el proveedor no ha confirmado su dirección. No se ha cambiado nada.",
  },
  tooMany: {
    title: "Demasiados intentos",
    text: "Espere un cuarto de hora e inténtelo de nuevo. Mientras tanto no se pierde nada.",
  },
};
