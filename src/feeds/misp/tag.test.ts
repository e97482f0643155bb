import { describe, expect, it } from 'vitest'
import { confidenceOfTags } from './confidence-of-tags.ts'
import { contextOfTags } from './context-of-tags.ts'
import { readTag } from './tag.ts'

const contextOf = (...names: readonly string[]) => contextOfTags(names.map(readTag))
const confidenceOf = (...names: readonly string[]) => confidenceOfTags(names.map(readTag))

describe('a tag', () => {
  it.each([
    ['misp-galaxy:threat-actor="Example Bear"', 'misp-galaxy', 'threat-actor', 'Example Bear'],
    ['Admiralty-Scale:Source-Reliability=b', 'admiralty-scale', 'source-reliability', 'b'],
    ['tlp:amber+strict', 'tlp', '', 'amber+strict'],
    ['free words = here', '', '', 'free words = here'],
    ['a:b="', 'a', 'b', '"']
  ])('%s is read into its parts', (name, namespace, predicate, value) => {
    expect(readTag(name)).toEqual({ name, namespace, predicate, value })
  })
})

describe('the tags of an event', () => {
  it('name actors, malware, techniques and industries by their galaxies', () => {
    expect(
      contextOf(
        'misp-galaxy:threat-actor="Example Bear"',
        'misp-galaxy:mitre-intrusion-set="Example Panda - G0999"',
        'misp-galaxy:malpedia="Example Loader"',
        'misp-galaxy:mitre-malware="Example RAT - S0999"',
        'misp-galaxy:mitre-attack-pattern="PowerShell - T1059.001"',
        'misp-galaxy:mitre-enterprise-attack-attack-pattern="Valid Accounts - T1078"',
        'misp-galaxy:mitre-attack-pattern="Pass the Hash"',
        'misp-galaxy:sector="Energy"',
        'misp-galaxy:sector="Pigeon Racing"'
      )
    ).toEqual({
      actors: ['Example Bear', 'Example Panda'],
      malwareFamilies: ['Example Loader', 'Example RAT'],
      techniques: ['T1059.001', 'T1078'],
      industries: ['energy'],
      threatTypes: [],
      tlp: undefined,
      tags: []
    })
  })

  it('say what kind of threat it is by their taxonomies', () => {
    const { threatTypes } = contextOf('malware_classification:malware-category="Ransomware"', 'ecsirt:fraud="phishing"')
    expect(threatTypes).toEqual(['Ransomware'])
  })

  it('give the strictest level of the Traffic Light Protocol', () => {
    expect(contextOf('tlp:white', 'tlp:amber+strict', 'tlp:green').tlp).toBe('amber-strict')
    expect(contextOf('cert-fr:TLP="amber"', 'tlp:ex:chr').tlp).toBe('amber')
    expect(contextOf('tlp:purple').tlp).toBeUndefined()
  })

  it('stay tags where they say nothing else', () => {
    const { tags } = contextOf(
      'Sednit',
      'osint:source-type="blog-post"',
      'tlp:red',
      'admiralty-scale:source-reliability="a"'
    )
    expect(tags).toEqual(['Sednit', 'osint:source-type="blog-post"'])
  })
})

describe('the confidence that tags state', () => {
  it.each([
    ['admiralty-scale:source-reliability="b"', 'high'],
    ['admiralty-scale:information-credibility="3"', 'medium'],
    ['misp:confidence-level="rarely-confident"', 'low'],
    ['estimative-language:confidence-in-analytic-judgment="moderate"', 'medium'],
    ['estimative-language:likelihood-probability="Very-Likely"', 'high']
  ])('%s is %s', (tag, confidence) => {
    expect(confidenceOf('Sednit', tag)).toBe(confidence)
  })

  it('is unstated where it cannot be judged', () => {
    expect(
      confidenceOf('admiralty-scale:source-reliability="f"', 'misp:confidence-level="constructor"')
    ).toBeUndefined()
  })

  it('is the lowest of several', () => {
    expect(confidenceOf('admiralty-scale:source-reliability="a"', 'admiralty-scale:information-credibility="4"')).toBe(
      'low'
    )
  })
})
