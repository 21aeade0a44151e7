; What the app told Windows of itself goes with it; an update keeps it.
!macro customUnInstall
  ${ifNot} ${isUpdated}
    DeleteRegKey HKCU "Software\Classes\bellhop"
  ${endIf}
!macroend
