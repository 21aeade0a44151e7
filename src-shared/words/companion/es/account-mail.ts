import type { accountMail as en } from "../en/account-mail.ts";
import type { Translated } from "../translated.ts";

export const accountMail: Translated<typeof en> = {
  signature: "Enviado por Bellhop, que lleva las reservas en línea de los negocios donde reserva.",
  confirm: {
    subject: "Confirme su correo electrónico",
    heading: "¿Es esta su dirección?",
    lead: "Confírmela antes de una hora y su cuenta estará lista.",
    button: "Confirmar la dirección",
    reason:
      "Alguien se registró con esta dirección. Si no fue usted, ignore este correo: sin la confirmación no hay cuenta.",
  },
  known: {
    subject: "Ya tiene una cuenta",
    heading: "Ya tiene una cuenta",
    lead: "Alguien, probablemente usted, se registró de nuevo con esta dirección. Inicie sesión como siempre; si olvidó la contraseña, allí puede elegir otra.",
    button: "Iniciar sesión",
    reason: "Si no fue usted, ignore este correo. No se ha cambiado nada.",
  },
  confirmFacebook: {
    subject: "Termine de iniciar sesión con Facebook",
    heading: "¿Es esta su dirección?",
    lead: "Confírmela antes de una hora, en el navegador donde eligió Facebook, y habrá iniciado sesión.",
    button: "Confirmar la dirección",
    reason:
      "Alguien eligió Facebook para iniciar sesión y Facebook indicó esta dirección. Si no fue usted, ignore este correo: sin la confirmación no hay cuenta.",
  },
  knownFacebook: {
    subject: "Vincule Facebook en su perfil",
    heading: "Ya tiene una cuenta",
    lead: "Eligió Facebook, pero su cuenta tiene otra forma de acceso. Inicie sesión de esa forma y después vincule Facebook en su perfil.",
    button: "Iniciar sesión",
    reason:
      "Facebook no dice si una dirección está confirmada, así que nunca abre por sí solo una cuenta existente. Si no fue usted, ignore este correo.",
  },
  reset: {
    subject: "Elija una contraseña nueva",
    heading: "Elija una contraseña nueva",
    lead: "El enlace vale durante una hora y una sola vez.",
    button: "Elegir una contraseña nueva",
    reason:
      "Alguien la pidió en la página de inicio de sesión. Si no fue usted, ignore este correo: su contraseña sigue igual.",
  },
  passwordChanged: {
    subject: "Se cambió su contraseña",
    heading: "Se cambió su contraseña",
    lead: "Se ha cerrado la sesión en todos los dispositivos. Inicie sesión con la contraseña nueva.",
    button: "Iniciar sesión",
    reason: "Si no fue usted, elija enseguida otra contraseña en la página de inicio de sesión.",
  },
  passwordAdded: {
    subject: "Su cuenta tiene ahora una contraseña",
    heading: "Su cuenta tiene ahora una contraseña",
    lead: "También puede iniciar sesión con su correo electrónico y esta contraseña.",
    button: "Abrir el perfil",
    reason: "Si no fue usted, elija enseguida otra contraseña en la página de inicio de sesión.",
  },
  deleted: {
    subject: "Su cuenta está eliminada",
    heading: "Su cuenta está eliminada",
    lead: "El nombre, la dirección y las formas de acceso ya no están. Las reservas pendientes se han cancelado.",
    button: "Al inicio",
    reason: "Si no fue usted, alguien tuvo acceso a su cuenta. Avise al negocio donde reservó.",
  },
};
