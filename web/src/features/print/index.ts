export { PrintDialog, type PrintDialogProps } from './print-dialog.tsx'
