/** Pages in English, Chinese and other languages, invented; `= xx` gives the language. Same marks as town-hall.ts. */
export const LANGUAGES = `
@ en-visa | Apply for a visa - Example Embassy
= en
# Visa application
Your application has been submitted. Keep the reference number for your records.
[ Track my application
@ en-visa-refused | Visa decision
= en
# Decision
Your application has been refused. You may appeal within 28 days.
@ en-login | Sign in - Example University
= en
# Sign in
? Username
? Password
! Invalid username or password.
[ Sign in
@ en-slots | Book an appointment - Example Clinic
= en
# Choose your time slot
No appointments available this week. Try again later.
( 9:15
( 10:45
@ en-expats | Renewing your residence permit in France: a guide
= en
# How to renew
It is too early to apply for renewal more than four months before the expiry date. The site then says so in French.
- Create an account
- Upload your documents
@ en-press | France's online residence system locks people out
= en
# No slot, no papers
"No appointment is available", the screen says, every morning at 7.
@ en-forum | ANEF: some of the information you entered is incorrect
= en
# Some of the information you entered is incorrect
Has anyone solved this? I typed the dates from my visa.
> Try the dates of your first visa.
@ en-server | Something went wrong
= en
# Something went wrong
An unexpected error occurred. Please try again later.
@ en-maintenance | Scheduled maintenance
= en
# Scheduled maintenance
The service will be unavailable on Sunday from 2 to 4 am.
@ en-council | Pay your council tax
= en
# Council tax
Your payment has been received.
@ en-driving | Exchange a foreign driving licence
= en
# Exchange your licence
Your request has been registered.
@ en-work | Work permits explained
= en
# Do I need a work permit?
I am applying for a residence permit: what is the difference?
@ en-mail | Inbox: Request for additional documents
= en
# Additional documents are required
Dear applicant, please log in to your account to read the message.
[ Reply
@ en-school | School admissions
= en
# Your application
Your online application for a school place has been closed because no answer was received.
@ en-bank | Session expired
= en
# Your session has expired
For your security we logged you out.
@ en-empty | Untitled
= en
Hello world
@ zh-news | 法国居留证网上申请指南
= zh
# 如何申请居留证
首先在网站上创建账户,然后上传文件。如果显示"Aucun créneau disponible",表示没有可预约的时间。
@ zh-forum | 续居留遇到的问题
= zh
# 网站提示太早
Il est trop tôt pour demander le renouvellement de votre titre,怎么办?
> 到期前两个月再试。
@ zh-login | 登录
= zh
# 登录
? 用户名
? 密码
[ 登录
@ zh-error | 系统维护中
= zh
# 系统维护中
请稍后再试。
@ ar-association | مساعدة في الإجراءات
= ar
# مواعيد المحافظة
تظهر عبارة « Aucun créneau disponible » كل يوم. احتفظ بصورة للشاشة.
@ es-guia | Guía: permiso de residencia en Francia
= es
# Cómo renovar
Si aparece «Votre demande a bien été enregistrée», guarde la captura.
@ pt-forum | Título de residência: bloqueio
= pt
# Bloqueio no site
O site diz que as informações estão incorretas.
@ ru-page | Запись в префектуру
= ru
# Нет свободных мест
Попробуйте позже.
@ uk-page | Тимчасовий захист у Франції
= uk
# Документи
Подайте заяву до префектури за місцем проживання.
@ de-page | Aufenthaltstitel in Frankreich
= de
# Verlängerung
Die Verlängerung wird online beantragt.
@ it-page | Errore di sistema
= it
# Servizio non disponibile
Riprovare più tardi.
@ tr-page | Randevu
= tr
# Uygun randevu yok
Daha sonra tekrar deneyin.
`;
