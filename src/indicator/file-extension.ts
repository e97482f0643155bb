/** Extensions of files that feeds name, none of them a top-level domain: https://data.iana.org/TLD/tlds-alpha-by-domain.txt */
const EXTENSIONS: ReadonlySet<string> = new Set(
  [
    '7z ace arj bz2 deb dmg gz img iso jar lzh pkg rar rpm tar tgz vhd vhdx xz',
    'asp aspx bat bin chm cmd cpl dat dex dll drv elf exe hta inf ini jse jsp lnk msi msp ocx php pif ps1 psd1 psm1',
    'pyc reg scr sct swf sys tmp vba vbe vbs wsf wsh xll apk ipa js json lua ts wasm',
    'csv doc docm docx dotm dotx htm html log odt pdf potm ppsx ppt pptm pptx rtf txt xls xlsb xlsm xlsx xml',
    'avi bmp gif ico jpeg jpg mp3 mp4 png svg wav'
  ].flatMap((line) => line.split(' '))
)

/** Whether a name ends as files do and no host does: `invoice.pdf`. Names such as `run.sh` or `a.zip` can be both. */
export const isFileName = (text: string): boolean => EXTENSIONS.has(text.slice(text.lastIndexOf('.') + 1).toLowerCase())
